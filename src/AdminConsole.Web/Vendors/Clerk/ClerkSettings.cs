using System.Text.Json;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>The settings that Clerk's clients may change: what is left out stays, null clears, a list replaces the whole list.</summary>
internal record ClerkSettings
{
    /// <summary>
    /// Clerk's keys may have no scopes. Its form has no expiry in the past, but one of a few milliseconds may be over when the key is written.
    /// </summary>
    public static readonly VendorExemptions Exemptions = new() { NoScopes = true, PastExpiry = true };

    private const int LongestDescription = 255;

    // A thousand years: beyond, the date would have no form.
    private const decimal MaxSeconds = 31_556_952_000;

    public Optional<string?> Subject { get; init; }

    public Optional<string?> Description { get; init; }

    public Optional<JsonElement?> Claims { get; init; }

    public Optional<IReadOnlyList<string?>?> Scopes { get; init; }

    public Optional<decimal?> SecondsUntilExpiration { get; init; }

    /// <summary>Who the key is to act for; null when that is left as it is. Not public: it is no member of the body.</summary>
    internal NamedOwner? Owner => ClerkSubject.Parse(Subject.Or(null));

    /// <summary>What Clerk would not take, though we might.</summary>
    public IEnumerable<Failure> Faults()
    {
        if (Subject.IsGiven && Owner is null)
        {
            yield return Failure.Invalid(ClerkFields.Subject, "subject.form", ClerkSubject.Form);
        }

        if (PlainText.IsLongerThan(LongestDescription, Description.Or(null)))
        {
            yield return Failure.Invalid(ClerkFields.Description, "text.length", $"Shorten this to {LongestDescription} characters.");
        }

        if (Scopes.IsGiven && Scopes.Or(null) is null)
        {
            yield return Failure.Invalid(ClerkFields.Scopes, "scopes.null", "Give a list, an empty one for no scopes.");
        }

        if (SecondsUntilExpiration.Or(null) is <= 0 or > MaxSeconds)
        {
            yield return Failure.Invalid(
                ClerkFields.Expiration, "expiry.range", $"Give more than 0 seconds and at most {MaxSeconds}, or null for a key that never expires.");
        }
    }

    /// <summary>The same as an edit of ours. The expiry counts from now on.</summary>
    public KeyPatch ToPatch(DateTimeOffset now) => new()
    {
        Description = Description,
        Claims = Claims.IsGiven ? new(Claims.Or(null)?.GetRawText()) : default,

        // A null in the list becomes an empty scope, which is refused by its place.
        Scopes = Scopes.IsGiven ? new(Scopes.Or(null)?.Select(scope => scope ?? "").ToList()) : default,
        ExpiresAt = SecondsUntilExpiration.IsGiven
            ? new(SecondsUntilExpiration.Or(null) is { } seconds ? now.AddSeconds((double)seconds) : null)
            : default,
    };
}
