using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Text;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>Fills <see cref="CachedKeys"/> from the database: at start, and in each call that commits a change.</summary>
#pragma warning disable CA1001 // Without a wait handle there is nothing to let go of, and a change may end after the services around it.
public sealed partial class KeyLoader
#pragma warning restore CA1001
{
    private const int RowsAtOnce = 1_000;
    private const int ProgressEvery = 100_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ConsoleStore _store;
    private readonly CachedKeys _keys;
    private readonly KeySealer _sealer;
    private readonly TimeProvider _clock;
    private readonly ILogger<KeyLoader> _logger;
    private readonly SemaphoreSlim _refreshing = new(1, 1);

    public KeyLoader(ConsoleStore store, CachedKeys keys, KeySealer sealer, KeyChangeNotifier changes, TimeProvider clock, ILogger<KeyLoader> logger)
    {
        (_store, _keys, _sealer, _clock, _logger) = (store, keys, sealer, clock, logger);
        changes.Listen(RefreshAsync);
    }

    /// <summary>
    /// Takes every key as it was sealed, at start. Rows that say something else are found by <see cref="CheckAsync"/>, after the first answers.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        List<long> doubtful = [];
        await using (var connection = await _store.OpenReaderAsync(cancellation))
        {
            await using var snapshot = connection.BeginTransaction(deferred: true);
            var surroundings = await KeyReferences.LoadAsync(connection, cancellation);
            _keys.MakeRoom((int)await connection.NumberAsync("SELECT COUNT(*) FROM \"ApiKeys\"", cancellation));

            // Some are opened while the next ones are read.
            var (opening, read) = (Task.CompletedTask, 0);
            foreach (var keys in new SealedKeyReader(connection).Read())
            {
                await opening;
                opening = Task.Run(() => doubtful.AddRange(Open(keys, surroundings)), cancellation);
                var before = read;
                read += keys.Count;
                if (read / ProgressEvery > before / ProgressEvery)
                {
                    LogProgress(read);
                }
            }

            await opening;
        }

        if (doubtful.Count > 0)
        {
            await ReadAnewAsync(doubtful);
        }

        _keys.Complete();
        LogLoaded(_keys.Count);
    }

    /// <summary>
    /// Compares every row with its seal, at leisure: a row that was changed while the console was down, or that this version cannot read, is refused,
    /// and listed, from here on.
    /// </summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        var last = _keys.LastRow;
        for (var first = 1L; first <= last; first += RowsAtOnce)
        {
            List<long> changed = [];
            await using (var connection = await _store.OpenReaderAsync(cancellation))
            {
                await using var reader = StoredKeyReader.Open(connection);
                var stored = await reader.ReadAsync(first, first + RowsAtOnce - 1, cancellation);
                changed.AddRange(
                    stored.Where(key => !_sealer.IsIntact(key) || key.TryToPolicy(organizationSuspended: false) is null).Select(key => key.Row));
            }

            await RefreshAsync(changed);

            // As long again for everybody else.
            await Task.Delay(Pause, _clock, cancellation);
        }
    }

    /// <summary>Takes those whose seal fits; the rows of the others are in doubt.</summary>
    private List<long> Open(List<SealedKey> keys, KeyReferences surroundings)
    {
        List<long> doubtful = [];
        foreach (var key in keys)
        {
            _keys.Expect(key);
            if (_sealer.Open(key.Seal, key.Hash) is not { } content || !_keys.TryAdd(key, new(key.Row, content, surroundings)))
            {
                doubtful.Add(key.Row);
            }
        }

        return doubtful;
    }

    /// <summary>Reads these keys anew; those that are gone are forgotten.</summary>
    private async Task RefreshAsync(IReadOnlyCollection<long> rows)
    {
        // While keys are loaded: the load will see it, or the watch of changes after it.
        if (rows.Count == 0 || !_keys.IsLoaded)
        {
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
        await using var connection = await _store.OpenReaderAsync(CancellationToken.None);
        await using var reader = StoredKeyReader.Open(connection);
        var surroundings = await KeyReferences.LoadAsync(connection, rows, CancellationToken.None);
        foreach (var row in rows)
        {
            if (await reader.ReadAsync(row, row, CancellationToken.None) is [var stored])
            {
                _keys.Take(Compile(stored, surroundings), stored.SecretHash);
            }
            else
            {
                _keys.Forget(row);
            }
        }
    }

    private VerifiableKey Compile(StoredKey stored, KeyReferences surroundings)
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

    [LoggerMessage(1, LogLevel.Information, "Loaded {Count} keys so far")]
    private partial void LogProgress(int count);

    [LoggerMessage(2, LogLevel.Information, "All {Count} keys are in memory")]
    private partial void LogLoaded(int count);

    [LoggerMessage(3, LogLevel.Error, "Key {KeyId} was changed in the database behind the console; it is refused")]
    private partial void LogSealBroken(Id<ApiKey> keyId);

    [LoggerMessage(4, LogLevel.Error, "What key {KeyId} may do cannot be read; it is refused")]
    private partial void LogUnreadable(Id<ApiKey> keyId);
}
