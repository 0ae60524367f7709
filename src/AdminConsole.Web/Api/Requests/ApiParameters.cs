using System.Globalization;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Text;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Reads a request's query strictly: a filter that is misspelt and ignored would answer more than was asked for.</summary>
internal sealed class ApiParameters(IQueryCollection query)
{
    public const string Cursor = "cursor";
    public const string Limit = "limit";

    private readonly List<Failure> _faults = [];

    public IReadOnlyList<Failure> Faults => _faults;

    public void AllowOnly(params IReadOnlyList<string> names)
    {
        foreach (var name in query.Keys.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            Refuse(name, "query.unknown", $"There is no such parameter here. There are: {string.Join(", ", names)}.");
        }

        foreach (var name in query.Where(parameter => parameter.Value.Count > 1).Select(parameter => parameter.Key))
        {
            Refuse(name, "query.repeated", "Give this parameter once.");
        }
    }

    public string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The value that <paramref name="read"/> makes of a text; null when none is given.</summary>
    public T? Value<T>(string name, Func<string, T?> read, string expected)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            Refuse(name, "query.value", $"Give {expected}.");
        }

        return value;
    }

    /// <summary>An instant with its offset (RFC 3339).</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is { } given && InstantText.LacksOffset(given))
        {
            Refuse(name, InstantText.MissingOffsetCode, InstantText.MissingOffset);
            return null;
        }

        return Value<DateTimeOffset>(
            name,
            text => InstantText.TryParse(text, out var instant) ? instant : null,
            "an instant with its offset, as 2026-03-31T08:00:00Z");
    }

    /// <summary>One of an enum's names.</summary>
    public T? OneOf<T>(string name)
        where T : struct, Enum => Value(name, EnumNames.Value<T>, $"one of {string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Of))}");

    public Id<T>? Id<T>(string name)
        where T : IIdentified =>
            Value<Id<T>>(name, text => Core.Text.Id<T>.TryParse(text, null, out var id) ? id : null, $"an id of the form {T.IdPrefix}…");

    /// <summary>A number within these bounds, both included.</summary>
    public int? Number(string name, int min, int max)
    {
        var number = Number(name);
        if (number < min || number > max)
        {
            Refuse(name, $"{name}.range", string.Create(CultureInfo.InvariantCulture, $"Give a number from {min} to {max}."));
        }

        return number;
    }

    /// <summary>Which page of a list; its limits are the list's own.</summary>
    public PageRequest Page()
    {
        var first = new PageRequest();
        return new(Text(Cursor), Number(Limit) ?? first.Limit);
    }

    public int? Number(string name) => Value<int>(
        name,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        "a number");

    public void Refuse(string name, string code, string message) => _faults.Add(Failure.Invalid(name, code, message));
}
