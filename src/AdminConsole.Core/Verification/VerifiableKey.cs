using AdminConsole.Actors;
using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Owners;
using AdminConsole.Policies;

namespace AdminConsole.Verification;

/// <summary>What a verification needs of a key, and hands to its caller. Immutable: one version of the key, whole.</summary>
public sealed class VerifiableKey
{
    internal VerifiableKey(StoredKey stored, VerifiedOwner? owner, KeyPolicy policy)
    {
        (Row, Id, OrganizationId, Kind, Name) = (stored.Row, stored.Id, stored.OrganizationId, stored.Kind, stored.Name);
        (Owner, Claims, Policy) = (owner, stored.Claims, policy);
    }

    public long Row { get; }

    public Id<ApiKey> Id { get; }

    public Id<Organization> OrganizationId { get; }

    public KeyKind Kind { get; }

    public string Name { get; }

    public VerifiedOwner? Owner { get; }

    public string? Claims { get; }

    public KeyPolicy Policy { get; }

    /// <summary>The row was changed behind the console: the key is refused, whatever the row says.</summary>
    public bool IsSealBroken { get; private init; }

    /// <summary>A place for whoever writes answers to keep the one that this key gives most. Made twice at worst.</summary>
    public PreparedAnswer? Prepared { get; set; }

    /// <summary>Whom a management key lets in. Made at its first use.</summary>
    internal ManagementCaller Caller => field ??= new(Actor.ForManagementKey(Id, Name, OrganizationId, Policy.Scopes, Row), OrganizationId);

    internal static VerifiableKey WithBrokenSeal(StoredKey stored) =>
        new(stored with { Claims = null }, owner: null, new() { Version = stored.Version, Enabled = false }) { IsSealBroken = true };

    public Decision Decide(VerificationRequest request, DateTimeOffset now) =>
        IsSealBroken ? Decision.SealBroken(Policy.Version) : PolicyEvaluator.Evaluate(Policy, request, now);
}

/// <summary>The bytes of the answer that allows, with this age.</summary>
public sealed record PreparedAnswer(int MaxAgeSeconds, ReadOnlyMemory<byte> Json);

/// <summary>Who the key acts for.</summary>
public sealed record VerifiedOwner(Id<Owner> Id, OwnerKind Kind, string ExternalId);
