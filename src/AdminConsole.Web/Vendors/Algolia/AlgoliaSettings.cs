using System.Text.Json.Serialization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>A key's attributes as Algolia's clients give them. What is left out returns to its default, here alone.</summary>
internal sealed record AlgoliaSettings
{
    /// <summary>Algolia's keys may have no ACL, and one of a second's validity may be over when the key is written.</summary>
    private static readonly VendorExemptions Exemptions = new() { NoScopes = true, PastExpiry = true };

    public IReadOnlyList<string?>? Acl { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string?>? Indexes { get; init; }

    public int? MaxHitsPerQuery { get; init; }

    [JsonPropertyName(AlgoliaFields.MaxQueriesPerIpPerHour)]
    public int? MaxQueriesPerIpPerHour { get; init; }

    public string? QueryParameters { get; init; }

    public IReadOnlyList<string?>? Referers { get; init; }

    /// <summary>In seconds from now on; 0 = for ever.</summary>
    public int? Validity { get; init; }

    public Result<CreateKey> ToNewKey(Id<Organization> organization, DateTimeOffset now)
    {
        List<Failure> failures = [.. Faults()];
        if (Acl is null)
        {
            failures.Add(Failure.Invalid(AlgoliaFields.Acl, "acl.missing", "Give a list, an empty one for a key that may do nothing."));
        }

        var settings = ToPatch(now).ApplyTo(new() { Name = VendorNames.Of(Description, "Algolia key") });
        return failures.Count > 0 ? failures : new CreateKey(organization, settings)
        {
            Format = SecretFormat.Algolia,
            Exemptions = Exemptions,
            VendorForm = AlgoliaForm.Write(this),
        };
    }

    public Result<EditKey> ToEdit(KeyTarget target, DateTimeOffset now) =>
        Faults().ToList() is { Count: > 0 } failures ? failures : new EditKey(target, Version: null, ToPatch(now))
        {
            Exemptions = Exemptions,
            VendorForm = AlgoliaForm.Write(this),
        };

    private IEnumerable<Failure> Faults()
    {
        if (Validity < 0)
        {
            yield return Failure.Invalid(AlgoliaFields.Validity, "validity.range", "Give a number of seconds, or 0 for a key that never expires.");
        }
    }

    // Every attribute that Algolia knows, given or not. What it does not know of stays.
    private KeyPatch ToPatch(DateTimeOffset now) => new()
    {
        Scopes = Entries(Acl),
        Description = new(Description),
        Resources = Entries(Indexes),
        Referrers = Entries(Referers),
        MaxHitsPerQuery = Limit(MaxHitsPerQuery),
        MaxVerificationsPerIpPerHour = Limit(MaxQueriesPerIpPerHour),
        QueryParameters = new(QueryParameters),
        ExpiresAt = new(Validity is { } seconds and > 0 ? now.AddSeconds(seconds) : null),
    };

    // A null in a list becomes an empty entry, which every list refuses by its place.
    private static Optional<IReadOnlyList<string>?> Entries(
        IReadOnlyList<string?>? given) => new((given ?? []).Select(entry => entry ?? "").ToList());

    private static Optional<int?> Limit(int? given) => new(given is 0 ? null : given);
}
