using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Owners;
using AdminConsole.Policies;

namespace AdminConsole.Verification;

/// <summary>What a verification needs of a key, and hands to its caller. Immutable: one version of the key, whole.</summary>
public sealed record VerifiableKey(
    long Row,
    Id<ApiKey> Id,
    Id<Organization> OrganizationId,
    KeyKind Kind,
    string Name,
    VerifiedOwner? Owner,
    string? Claims,
    KeyPolicy Policy);

/// <summary>Who the key acts for.</summary>
public sealed record VerifiedOwner(Id<Owner> Id, OwnerKind Kind, string ExternalId);
