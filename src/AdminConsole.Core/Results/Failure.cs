namespace AdminConsole.Core.Results;

public enum FailureKind
{
    /// <summary>The input is at fault; <see cref="Failure.Field"/> names where.</summary>
    Invalid,

    /// <summary>It does not exist, or belongs to somebody who is none of the actor's business: the two look the same.</summary>
    NotFound,

    /// <summary>The thing is in a state that does not allow the change.</summary>
    Conflict,

    /// <summary>The change was made from a version that is no longer the newest.</summary>
    Stale,

    /// <summary>A name that was given to one request came again with another.</summary>
    Reused,

    /// <summary>The actor may see the thing, but not do this to it.</summary>
    Forbidden,

    /// <summary>The actor has as many of these as it may have, or asks too often.</summary>
    TooMany,

    /// <summary>Something that the console needs is out of reach; the same request may succeed later.</summary>
    Unavailable,
}

/// <summary>An expected refusal: a value, not an exception.</summary>
/// <param name="Kind">What sort of refusal; decides the HTTP status.</param>
/// <param name="Code">Stable, for programs: <c>noun.reason</c>.</param>
/// <param name="Message">For people, in English: what is wrong and what to do about it. Never holds a secret.</param>
/// <param name="Field">Which input, by its name in the API; an entry of a list as <c>name/index</c>. Null when it is not about one field.</param>
public sealed record Failure(FailureKind Kind, string Code, string Message, string? Field = null)
{
    public static Failure Invalid(string field, string code, string message) => new(FailureKind.Invalid, code, message, field);
}
