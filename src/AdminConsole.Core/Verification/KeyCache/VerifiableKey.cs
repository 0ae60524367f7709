using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>What a verification needs of a key, and hands to its caller: one version of the key, whole.</summary>
public sealed class VerifiableKey : ICachedKey
{
    private VerifiableKey(KeyRow stored, KeyPolicy policy) =>
        (Row, Id, OrganizationId, Kind, Name, Policy) = (stored.Row, stored.Id, stored.OrganizationId, stored.Kind, stored.Name, policy);

    private VerifiableKey(VerifiableKey other, KeyPolicy policy) =>
        (Row, Id, OrganizationId, Kind, Name, Owner, Claims, IsSealBroken, Policy) =
        (other.Row, other.Id, other.OrganizationId, other.Kind, other.Name, other.Owner, other.Claims, other.IsSealBroken, policy);

    public long Row { get; }

    public Id<ApiKey> Id { get; }

    public Id<Organization> OrganizationId { get; }

    public KeyKind Kind { get; }

    public string Name { get; }

    public VerifiedOwner? Owner { get; private init; }

    public string? Claims { get; private init; }

    public KeyPolicy Policy { get; }

    /// <summary>The row was changed behind the console: the key is refused, whatever the row says.</summary>
    public bool IsSealBroken { get; private init; }

    /// <summary>A place for whoever writes answers to keep the one that this key gives most. Made twice at worst.</summary>
    public PreparedAnswer? Prepared { get; set; }

    /// <summary>Whom a management key lets in. Made at its first use.</summary>
    internal ApiCaller Caller => field ??= new(Actor.ForManagementKey(Id.ToString(), Name, OrganizationId, Policy.Scopes, Row), OrganizationId);

    public Decision Decide(VerificationRequest request, DateTimeOffset now) =>
        IsSealBroken ? Decision.TamperDetected(Policy.Version) : PolicyEvaluator.Evaluate(Policy, request, now);

    /// <summary>The same, and counts what is allowed: beyond the key's hourly limit it is refused.</summary>
    internal Decision Decide(VerificationRequest request, DateTimeOffset now, VerificationRateLimiter limiter)
    {
        var decision = Decide(request, now);
        return decision.Allowed && !limiter.TryCount(this, request.ClientIp)
            ? Decide(request with { VerificationsThisHour = int.MaxValue }, now)
            : decision;
    }

    /// <summary>The same key with another policy: a secured key, with an answer of its own to keep.</summary>
    internal VerifiableKey With(KeyPolicy policy) => new(this, policy);

    /// <summary>
    /// The key of an intact row. One that a console with other rules has stored, and this version cannot read, is refused: it must not keep the
    /// others from being verified.
    /// </summary>
    internal static VerifiableKey Of(KeyRow stored, KeyReferences references)
    {
        try
        {
            var key = KeyDocument.Read(stored.Document);
            return new(stored, key.ToPolicy(stored.Version, references.IsSuspended(stored.OrganizationId)))
            {
                Owner = references.Owner(key.Settings.OwnerId),
                Claims = key.Settings.Claims,
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return WithBrokenSeal(stored);
        }
    }

    internal static VerifiableKey WithBrokenSeal(KeyRow stored) =>
        new(stored, new() { Version = stored.Version, Enabled = false }) { IsSealBroken = true };
}

/// <summary>The bytes of the answer that allows, with this age.</summary>
public sealed record PreparedAnswer(int MaxAgeSeconds, ReadOnlyMemory<byte> Json);

/// <summary>Who the key acts for.</summary>
public sealed record VerifiedOwner(Id<Owner> Id, OwnerKind Kind, string ExternalId);
