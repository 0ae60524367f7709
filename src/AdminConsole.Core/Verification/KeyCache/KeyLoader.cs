using System.Collections.Concurrent;
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

    /// <summary>Takes every key, at start: one row each. What is in doubt is read anew.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        ConcurrentBag<long> doubtful = [];
        await using (var connection = await _store.OpenReaderAsync(cancellation))
        {
            await using var snapshot = connection.BeginTransaction(deferred: true);
            var references = await KeyReferences.LoadAsync(connection, cancellation);
            var rows = await KeyRow.ReadAllAsync(connection, cancellation);
            _keys.MakeRoom(rows.Count);
            Parallel.ForEach(rows, row =>
            {
                _keys.Expect(row);
                if (!_sealer.IsIntact(row) || !_keys.TryAdd(row, new(row, references)))
                {
                    doubtful.Add(row.Row);
                }
            });
        }

        if (!doubtful.IsEmpty)
        {
            await ReadAnewAsync(doubtful);
        }

        _keys.Complete();
        LogLoaded(_keys.Count);
    }

    /// <summary>Reads every document, at leisure: a key that this version cannot read is refused at once, and listed from here on.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        var last = _keys.LastRow;
        for (var first = 1L; first <= last; first += RowsAtOnce)
        {
            await using (var connection = await _store.OpenReaderAsync(cancellation))
            {
                var stored = await KeyRow.ReadAsync(connection, [.. Enumerable.Sequence(first, first + RowsAtOnce - 1, 1)], cancellation);
                await RefreshAsync([.. stored.Where(IsDoubtful).Select(row => row.Row)]);
            }

            // As long again for everybody else.
            await Task.Delay(Pause, _clock, cancellation);
        }
    }

    /// <summary>Reads these keys anew, when their turn comes.</summary>
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

    /// <summary>Takes these keys as they are stored now; those that are gone are forgotten.</summary>
    private async Task ReadAnewAsync(IReadOnlyCollection<long> rows)
    {
        await using var connection = await _store.OpenReaderAsync(CancellationToken.None);
        await using var snapshot = connection.BeginTransaction(deferred: true);
        var references = await KeyReferences.LoadAsync(connection, rows, CancellationToken.None);
        var stored = (await KeyRow.ReadAsync(connection, rows, CancellationToken.None)).ToDictionary(row => row.Row);
        foreach (var row in rows)
        {
            if (stored.TryGetValue(row, out var found))
            {
                _keys.Take(Compile(found, references), found.SecretHash);
            }
            else
            {
                _keys.Forget(row);
            }
        }
    }

    private bool IsDoubtful(KeyRow stored) => !_sealer.IsIntact(stored) || VerifiableKey.Of(stored, KeyReferences.None).IsSealBroken;

    private VerifiableKey Compile(KeyRow stored, KeyReferences references)
    {
        if (!_sealer.IsIntact(stored))
        {
            LogSealBroken(stored.Id);
            return VerifiableKey.WithBrokenSeal(stored);
        }

        var key = VerifiableKey.Of(stored, references);
        if (key.IsSealBroken)
        {
            LogUnreadable(stored.Id);
        }

        return key;
    }

    [LoggerMessage(2, LogLevel.Information, "All {Count} keys are in memory")]
    private partial void LogLoaded(int count);

    [LoggerMessage(3, LogLevel.Error, "Key {KeyId} was changed in the database behind the console; it is refused")]
    private partial void LogSealBroken(Id<ApiKey> keyId);

    [LoggerMessage(4, LogLevel.Error, "What key {KeyId} may do cannot be read; it is refused")]
    private partial void LogUnreadable(Id<ApiKey> keyId);
}
