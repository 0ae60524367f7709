using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Policies;

/// <summary>The form of a scope: <c>resource:action</c> or a plain word.</summary>
public static class ScopeText
{
    public const int MaxLength = 64;

    public static Result<string> Check(string? given, string field)
    {
        var scope = PlainText.Check(given, field, 1, MaxLength);
        return scope.Succeeded && scope.Value.Any(character => char.IsWhiteSpace(character) || character is ',' or '"')
            ? Failure.Invalid(field, "scope.characters", "Write a scope without spaces, commas and quotes, for example vm:read.")
            : scope;
    }
}
