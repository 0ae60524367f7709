using AdminConsole.Core.Results;
using AdminConsole.Web.Text;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Reads a member of a body that takes one of a few names.</summary>
internal static class NamedValue
{
    /// <summary>The value, or null when no name is given.</summary>
    public static Result<T?> Read<T>(string field, string? name, params IReadOnlyList<T> allowed)
        where T : struct, Enum
    {
        if (name is null)
        {
            return (T?)null;
        }

        return EnumNames.Value<T>(name) is { } value && allowed.Contains(value)
            ? (T?)value
            : Failure.Invalid(field, $"{field}.unknown", $"Choose one of {string.Join(", ", allowed.Select(EnumNames.Of))}.");
    }
}
