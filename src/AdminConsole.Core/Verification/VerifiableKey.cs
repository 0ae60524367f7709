using AdminConsole.Actors;
using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Owners;
using AdminConsole.Policies;
using AdminConsole.Secrets;

namespace AdminConsole.Verification;

/// <summary>
/// What a verification needs of a key, and hands to its caller: one version of the key, whole. After a start it is only the content of the seal;
/// most keys of a large console rest, and what is asked of one is read when it is first asked.
/// </summary>
public sealed class VerifiableKey
{
    private Unsealed? _unsealed;
    private Sealed? _sealed;

    internal VerifiableKey(long row, SecretHash hash, ReadOnlyMemory<byte> content, KeySurroundings surroundings) =>
        (Row, _sealed) = (row, new(hash, content, surroundings));

    private VerifiableKey(long row, Unsealed unsealed) => (Row, _unsealed) = (row, unsealed);

    public long Row { get; }

    public Id<ApiKey> Id => Whole.Id;

    public Id<Organization> OrganizationId => Whole.OrganizationId;

    public KeyKind Kind => Whole.Kind;

    public string Name => Whole.Name;

    public VerifiedOwner? Owner => Whole.Owner;

    public string? Claims => Whole.Claims;

    public KeyPolicy Policy => Whole.Policy;

    /// <summary>The row was changed behind the console: the key is refused, whatever the row says.</summary>
    public bool IsSealBroken => Whole.IsBroken;

    /// <summary>A place for whoever writes answers to keep the one that this key gives most. Made twice at worst.</summary>
    public PreparedAnswer? Prepared { get; set; }

    /// <summary>Whom a management key lets in. Made at its first use.</summary>
    internal ManagementCaller Caller => field ??= new(Actor.ForManagementKey(Id, Name, OrganizationId, Policy.Scopes, Row), OrganizationId);

    // Threads that ask at once may each unseal it; either result is right. The sealed form is let go of last.
    private Unsealed Whole
    {
        get
        {
            var sealedForm = Volatile.Read(ref _sealed);
            if (Volatile.Read(ref _unsealed) is { } known)
            {
                return known;
            }

            var unsealed = Unsealed.Of(SealedContent.Read(Row, sealedForm!.Hash, sealedForm.Content.Span), sealedForm.Surroundings);
            Volatile.Write(ref _unsealed, unsealed);
            Volatile.Write(ref _sealed, null);
            return unsealed;
        }
    }

    public Decision Decide(VerificationRequest request, DateTimeOffset now) =>
        IsSealBroken ? Decision.SealBroken(Policy.Version) : PolicyEvaluator.Evaluate(Policy, request, now);

    /// <summary>The same key with another policy: a secured key, with an answer of its own to keep.</summary>
    internal VerifiableKey With(KeyPolicy policy) => new(Row, Whole with { Policy = policy });

    internal static VerifiableKey Of(StoredKey stored, KeySurroundings surroundings) => new(stored.Row, Unsealed.Of(stored, surroundings));

    internal static VerifiableKey WithBrokenSeal(StoredKey stored) => new(stored.Row, Unsealed.Broken(stored));

    private sealed record Sealed(SecretHash Hash, ReadOnlyMemory<byte> Content, KeySurroundings Surroundings);

    private sealed record Unsealed(
        Id<Organization> OrganizationId, KeyPolicy Policy, bool IsBroken, KeyKind Kind, Id<ApiKey> Id, string Name, VerifiedOwner? Owner, string? Claims)
    {
        public static Unsealed Of(StoredKey key, KeySurroundings surroundings) =>
            key.TryToPolicy(surroundings.IsSuspended(key.OrganizationId)) is { } policy
                ? new(key.OrganizationId, policy, IsBroken: false, key.Kind, key.Id, key.Name, surroundings.Owner(key.OwnerId), key.Claims)
                : Broken(key);

        public static Unsealed Broken(StoredKey key) =>
            new(key.OrganizationId, new() { Version = key.Version, Enabled = false }, IsBroken: true, key.Kind, key.Id, key.Name, Owner: null, Claims: null);
    }
}

/// <summary>The bytes of the answer that allows, with this age.</summary>
public sealed record PreparedAnswer(int MaxAgeSeconds, ReadOnlyMemory<byte> Json);

/// <summary>Who the key acts for.</summary>
public sealed record VerifiedOwner(Id<Owner> Id, OwnerKind Kind, string ExternalId);
