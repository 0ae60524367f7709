using System.Text.Json.Serialization;

namespace AdminConsole.Core.Results;

/// <summary>A field of a merge patch (RFC 7396): left out, or given (a given null clears).</summary>
public readonly record struct Optional<T>
{
    // Written too, or two commands that differ in what is given here would be written alike.
    [JsonInclude]
    private readonly T _value;

    public Optional(T value) => (_value, IsGiven) = (value, true);

    public bool IsGiven { get; }

    public T Or(T current) => IsGiven ? _value : current;

    public static implicit operator Optional<T>(T value) => new(value);
}
