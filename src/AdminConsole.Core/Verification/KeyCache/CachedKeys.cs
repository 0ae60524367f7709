using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>
/// Every key's hash and policy, in memory: verification never touches the database on its way, and a miss is final. <see cref="KeyLoader"/> fills it.
/// </summary>
public sealed class CachedKeys(SecretHasher hasher, IMeterFactory meters)
{
    public const string LookUpsCounter = "adminconsole.verification.look_ups";

    private const int GoneKept = 1_000;

    private readonly Counter<long> _lookUps =
        meters.Create("AdminConsole").CreateCounter<long>(LookUpsCounter, description: "Presented secrets that were looked up among the keys");

    private readonly ConcurrentDictionary<long, VerifiableKey> _broken = new();
    private readonly ConcurrentQueue<VerifiableKey> _gone = new();
    private ConcurrentDictionary<SecretHash, ICachedKey> _byHash = new();
    private ConcurrentDictionary<long, SecretHash> _hashByRow = new();

    /// <summary>Whether every key is in memory. Before that nothing can be verified.</summary>
    public bool IsLoaded { get; private set; }

    public int Count => _byHash.Count;

    /// <summary>The keys whose rows were changed behind the console, or that this version cannot read.</summary>
    public IEnumerable<VerifiableKey> WithBrokenSeal => _broken.Select(entry => entry.Value);

    internal long LastRow => _hashByRow.Select(entry => entry.Key).DefaultIfEmpty().Max();

    /// <summary>The key, of whichever organization; null when there is none. What cannot be a secret is refused without a look-up.</summary>
    public VerifiableKey? Find(ReadOnlySpan<char> secret)
    {
        if (!IsLookedUp(secret))
        {
            return null;
        }

        _lookUps.Add(1);
        foreach (var pepper in hasher.PepperIds)
        {
            if (Find(hasher.HashUnder(pepper, secret)) is { } key)
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>The same for a secret that was hashed before.</summary>
    internal VerifiableKey? Find(HashedCredential secret)
    {
        foreach (var hash in secret.Hashes)
        {
            _lookUps.Add(1);
            if (Find(hash) is { } key)
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>The key of this row, of whichever organization; null when there is none.</summary>
    internal VerifiableKey? Find(long row) => _hashByRow.TryGetValue(row, out var hash) ? Find(hash) : null;

    /// <summary>The same, also of a key whose row went not long ago.</summary>
    internal (VerifiableKey? Key, bool IsGone) Known(long row) =>
        Find(row) is { } key ? (key, false) : (_gone.LastOrDefault(gone => gone.Row == row), true);

    /// <summary>Hashes a secret, to be looked for more than once.</summary>
    internal HashedCredential Present(ReadOnlySpan<char> secret, string? address)
    {
        if (!IsLookedUp(secret))
        {
            return new([], address);
        }

        var hashes = new SecretHash[hasher.PepperIds.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = hasher.HashUnder(hasher.PepperIds[i], secret);
        }

        return new(hashes, address);
    }

    /// <summary>Every key is there from now on.</summary>
    internal void Complete() => IsLoaded = true;

    /// <summary>Makes room for so many keys, before the first comes: to grow with them takes a sixth of the time that they all need.</summary>
    internal void MakeRoom(int keys) => (_byHash, _hashByRow) = (new(concurrencyLevel: -1, keys), new(concurrencyLevel: -1, keys));

    /// <summary>Takes an intact key, at start; false when its place is taken.</summary>
    internal bool TryAdd(KeyRow stored, LazyKey key) => _byHash.TryAdd(stored.SecretHash, key);

    /// <summary>Takes note of whose row it is, also while the key itself is in doubt.</summary>
    internal void Expect(KeyRow stored) => _hashByRow[stored.Row] = stored.SecretHash;

    /// <summary>Takes a key as it is from now on.</summary>
    internal void Take(VerifiableKey key, SecretHash hash)
    {
        if (_hashByRow.TryGetValue(key.Row, out var known) && known != hash)
        {
            // Somebody else's hash in this row: whoever holds the old secret is refused too.
            _byHash[known] = key;
        }

        _hashByRow[key.Row] = hash;
        if (key.IsSealBroken)
        {
            _broken[key.Row] = key;
        }
        else
        {
            _broken.TryRemove(key.Row, out _);
        }

        // An older row with a seal that fits was kept aside and put back by somebody: the newer stays. A broken seal always counts.
        _byHash.AddOrUpdate(
            hash, key, (_, present) => key.IsSealBroken || key.Policy.Version >= Materialized(present).Policy.Version ? key : present);
    }

    internal void Forget(long row)
    {
        _broken.TryRemove(row, out _);
        Remember(Find(row));
        if (_hashByRow.TryRemove(row, out var hash))
        {
            _byHash.TryRemove(hash, out _);
        }
    }

    private VerifiableKey? Find(SecretHash hash) => _byHash.GetValueOrDefault(hash) switch
    {
        // Of all that are woken at once one stays; or what came in between, which is newer.
        LazyKey resting => resting.Materialize() is var key && _byHash.TryUpdate(hash, key, resting) ? key : Find(hash),
        var kept => (VerifiableKey?)kept,
    };

    private static VerifiableKey Materialized(ICachedKey kept) => kept as VerifiableKey ?? ((LazyKey)kept).Materialize();

    private static bool IsLookedUp(ReadOnlySpan<char> secret) => KeySecret.Check(secret) is SecretCheck.WellFormed or SecretCheck.Foreign;

    private void Remember(VerifiableKey? gone)
    {
        if (gone is null)
        {
            return;
        }

        _gone.Enqueue(gone);
        if (_gone.Count > GoneKept)
        {
            _gone.TryDequeue(out _);
        }
    }
}
