using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AdminConsole.Data;
using AdminConsole.Keys;
using AdminConsole.Secrets;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Verification;

/// <summary>
/// Every key's hash and policy, in memory: verification never touches the database on its way, and a miss is final. Loaded at start, and brought up
/// to date in the call that commits a change.
/// </summary>
#pragma warning disable CA1001 // Without a wait handle there is nothing to let go of, and a change may end after the services around it.
public sealed partial class LiveKeys
#pragma warning restore CA1001
{
    public const string LookUpsCounter = "adminconsole.verification.look_ups";

    private const int RowsAtOnce = 1_000;
    private const int ProgressEvery = 100_000;
    private const int GoneKept = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ConsoleStore _store;
    private readonly SecretHasher _hasher;
    private readonly KeySealer _sealer;
    private readonly TimeProvider _clock;
    private readonly ILogger<LiveKeys> _logger;
    private readonly Counter<long> _lookUps;
    private readonly ConcurrentDictionary<SecretHash, VerifiableKey> _byHash = new();
    private readonly ConcurrentDictionary<long, SecretHash> _hashes = new();
    private readonly ConcurrentDictionary<long, VerifiableKey> _broken = new();
    private readonly ConcurrentQueue<VerifiableKey> _gone = new();
    private readonly SemaphoreSlim _refreshing = new(1, 1);

    public LiveKeys(ConsoleStore store, SecretHasher hasher, KeySealer sealer, KeyChangeFeed changes, IMeterFactory meters, TimeProvider clock, ILogger<LiveKeys> logger)
    {
        (_store, _hasher, _sealer, _clock, _logger) = (store, hasher, sealer, clock, logger);
        _lookUps = meters.Create("AdminConsole").CreateCounter<long>(LookUpsCounter, description: "Presented secrets that were looked up among the keys");
        changes.Listen(RefreshAsync);
    }

    /// <summary>Whether every key is in memory. Before that nothing can be verified.</summary>
    public bool IsLoaded { get; private set; }

    public int Count => _byHash.Count;

    /// <summary>The keys whose rows were changed behind the console.</summary>
    public IEnumerable<VerifiableKey> WithBrokenSeal => _broken.Select(entry => entry.Value);

    /// <summary>The key, of whichever organization; null when there is none. What cannot be a secret is refused without a look-up.</summary>
    public VerifiableKey? Find(ReadOnlySpan<char> secret)
    {
        if (!IsLookedUp(secret))
        {
            return null;
        }

        _lookUps.Add(1);
        foreach (var pepper in _hasher.PepperIds)
        {
            if (_byHash.TryGetValue(_hasher.HashUnder(pepper, secret), out var key))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>The key of this row, of whichever organization; null when there is none.</summary>
    internal VerifiableKey? Find(long row) => _hashes.TryGetValue(row, out var hash) ? _byHash.GetValueOrDefault(hash) : null;

    /// <summary>The same, also of a key whose row went not long ago.</summary>
    internal (VerifiableKey? Key, bool IsGone) Known(long row) =>
        Find(row) is { } key ? (key, false) : (_gone.LastOrDefault(gone => gone.Row == row), true);

    /// <summary>The same for a secret that was hashed before.</summary>
    internal VerifiableKey? Find(PresentedSecret secret)
    {
        foreach (var hash in secret.Hashes)
        {
            _lookUps.Add(1);
            if (_byHash.TryGetValue(hash, out var key))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>Hashes a secret, to be looked for more than once.</summary>
    internal PresentedSecret Present(ReadOnlySpan<char> secret, string? address)
    {
        if (!IsLookedUp(secret))
        {
            return new([], address);
        }

        var hashes = new SecretHash[_hasher.PepperIds.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = _hasher.HashUnder(_hasher.PepperIds[i], secret);
        }

        return new(hashes, address);
    }

    private static bool IsLookedUp(ReadOnlySpan<char> secret) => KeySecret.Check(secret) is SecretCheck.WellFormed or SecretCheck.Foreign;

    /// <summary>
    /// Takes every key as it was sealed, at start. Rows that say something else are found by <see cref="CheckAsync"/>, after the first answers.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        ConcurrentBag<long> doubtful = [];
        await using (var db = _store.CreateDbContext())
        {
            await using var snapshot = await db.BeginSnapshotAsync(cancellation);
            var surroundings = await KeySurroundings.LoadAsync(db, cancellation);

            // Some are opened while the next ones are read.
            var (opening, read) = (Task.CompletedTask, 0);
            await foreach (var keys in new SealedKeyReader(db).ReadAsync(RowsAtOnce, cancellation))
            {
                await opening;
                opening = Task.Run(() => keys.FindAll(key => !Open(key, surroundings)).ForEach(key => doubtful.Add(key.Row)), cancellation);
                read += keys.Count;
                if (read % ProgressEvery == 0)
                {
                    LogProgress(read);
                }
            }

            await opening;
        }

        if (!doubtful.IsEmpty)
        {
            await ReadAnewAsync(doubtful);
        }

        IsLoaded = true;
        LogLoaded(_byHash.Count);
    }

    /// <summary>
    /// Compares every row with its seal, at leisure: a row that was changed while the console was down, or that this version cannot read, is refused, and
    /// listed, from here on.
    /// </summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        var last = _hashes.Keys.DefaultIfEmpty().Max();
        for (var first = 1L; first <= last; first += RowsAtOnce)
        {
            List<long> changed = [];
            await using (var db = _store.CreateDbContext())
            {
                await using var reader = await StoredKeyReader.OpenAsync(db, cancellation);
                var stored = await reader.ReadAsync(first, first + RowsAtOnce - 1, cancellation);
                changed.AddRange(stored.Where(key => !_sealer.IsIntact(key) || key.TryToPolicy(organizationSuspended: false) is null).Select(key => key.Row));
            }

            await RefreshAsync(changed);

            // As long again for everybody else.
            await Task.Delay(Pause, _clock, cancellation);
        }
    }

    private bool Open(SealedKey key, KeySurroundings surroundings)
    {
        _hashes[key.Row] = key.Hash;
        return _sealer.Open(key.Seal, key.Hash) is { } content && _byHash.TryAdd(key.Hash, new(key.Row, key.Hash, content, surroundings));
    }

    /// <summary>Reads these keys anew; those that are gone are forgotten.</summary>
    internal async Task RefreshAsync(IReadOnlyCollection<long> rows)
    {
        if (!IsLoaded)
        {
            // The load will see it, or the watch of changes after it.
            return;
        }

        // In turns, or what was read first could be taken last.
        await _refreshing.WaitAsync(CancellationToken.None);
        try
        {
            await ReadAnewAsync(rows);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private async Task ReadAnewAsync(IReadOnlyCollection<long> rows)
    {
        await using var db = _store.CreateDbContext();
        await using var reader = await StoredKeyReader.OpenAsync(db, CancellationToken.None);
        var surroundings = await KeySurroundings.LoadAsync(db, rows, CancellationToken.None);
        foreach (var row in rows)
        {
            if (await reader.ReadAsync(row, row, CancellationToken.None) is [var stored])
            {
                Take(stored, surroundings);
            }
            else
            {
                Forget(row);
            }
        }
    }

    private void Take(StoredKey stored, KeySurroundings surroundings)
    {
        var key = Compile(stored, surroundings);
        if (_hashes.TryGetValue(stored.Row, out var known) && known != stored.SecretHash)
        {
            // Somebody else's hash in this row: whoever holds the old secret is refused too.
            _byHash.AddOrUpdate(known, key, (_, _) => key);
        }

        _hashes[stored.Row] = stored.SecretHash;
        if (key.IsSealBroken)
        {
            _broken[stored.Row] = key;
        }
        else
        {
            _broken.TryRemove(stored.Row, out _);
        }

        // An older row with a seal that fits was kept aside and put back by somebody: the newer stays. A broken seal always counts.
        _byHash.AddOrUpdate(stored.SecretHash, key, (_, present) => key.IsSealBroken || key.Policy.Version >= present.Policy.Version ? key : present);
    }

    private VerifiableKey Compile(StoredKey stored, KeySurroundings surroundings)
    {
        if (!_sealer.IsIntact(stored))
        {
            LogSealBroken(stored.Id);
            return VerifiableKey.WithBrokenSeal(stored);
        }

        var key = VerifiableKey.Of(stored, surroundings);
        if (key.IsSealBroken)
        {
            LogUnreadable(stored.Id);
        }

        return key;
    }

    private void Forget(long row)
    {
        _broken.TryRemove(row, out _);
        Remember(Find(row));
        if (_hashes.TryRemove(row, out var hash))
        {
            _byHash.TryRemove(hash, out _);
        }
    }

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

    [LoggerMessage(1, LogLevel.Information, "Loaded {Count} keys so far")]
    private partial void LogProgress(int count);

    [LoggerMessage(2, LogLevel.Information, "All {Count} keys are in memory")]
    private partial void LogLoaded(int count);

    [LoggerMessage(3, LogLevel.Error, "Key {KeyId} was changed in the database behind the console; it is refused")]
    private partial void LogSealBroken(Id<ApiKey> keyId);

    [LoggerMessage(4, LogLevel.Error, "What key {KeyId} may do cannot be read; it is refused")]
    private partial void LogUnreadable(Id<ApiKey> keyId);
}
