using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Results;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>A key to create, as Stack's clients ask for it.</summary>
internal sealed record StackNewKey
{
    private const long LastMillis = 253_402_300_799_999;

    // Stack has no scopes, and its own tests create keys that have expired.
    private static readonly VendorExemptions Exemptions = new() { NoScopes = true, PastExpiry = true };

    public Optional<string?> Description { get; init; }

    /// <summary>Must be there; null and 0 = never.</summary>
    public Optional<long?> ExpiresAtMillis { get; init; }

    public bool? IsPublic { get; init; }

    public string? UserId { get; init; }

    public string? TeamId { get; init; }

    public IEnumerable<string> Faults(StackKeyType type)
    {
        if (Description.Or(null) is null)
        {
            yield return "body.description must be defined";
        }

        if (!ExpiresAtMillis.IsGiven)
        {
            yield return "body.expires_at_millis must be defined: the milliseconds since 1970, or null for a key that never expires";
        }

        if (ExpiresAtMillis.Or(null) is < 0 or > LastMillis)
        {
            yield return "body.expires_at_millis must be the milliseconds since 1970";
        }

        var (own, other) = type == StackKeyType.User ? (UserId, TeamId) : (TeamId, UserId);
        if (string.IsNullOrEmpty(own))
        {
            yield return $"body.{type.OwnerField} must be defined";
        }

        if (other is not null)
        {
            yield return $"body must have no other owner than {type.OwnerField}";
        }
    }

    public string OwnerOf(StackKeyType type) => (type == StackKeyType.User ? UserId : TeamId)!;

    public CreateKey ToCommand(Owner owner, StackKeyType type)
    {
        var description = Description.Or(null) ?? "";
        var settings = new KeySettings
        {
            Name = VendorNames.Of(description, "Stack key"),
            Description = description,
            OwnerId = owner.Id,
            ExpiresAt = ExpiresAtMillis.Or(null) is { } millis and > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(millis) : null,
        };
        return new(owner.OrganizationId, settings) { Format = IsPublic is true ? type.Public : type.Secret, Exemptions = Exemptions };
    }
}
