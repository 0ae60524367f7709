using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.KeyCache;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Verification.Changes;

/// <summary>
/// Loads the keys at start, then looks twice a second, and at once while somebody listens for changes, whether the database has counted changes that
/// this process was not told of: a missed notice heals itself, and a row changed behind the console is refused within a second, and audited.
/// </summary>
public sealed partial class KeyChangePoller(
    ConsoleStore store,
    CachedKeys keys,
    KeyLoader loader,
    SecuredKeyFinder securedKeys,
    CacheFreshness freshness,
    KeyEventLog log,
    TimeProvider clock,
    ILogger<KeyChangePoller> logger)
    : BackgroundService, IHostedLifecycleService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HashSet<(Id<ApiKey> Key, int Version)> _audited = [];
    private long _seen;
    private Task _loading = Task.CompletedTask;

    /// <summary>Begins to load every key, while the rest of the console starts.</summary>
    public void BeginLoad() => _loading = Task.Run(() => LoadAsync(CancellationToken.None));

    /// <summary>Loads every key. What changes meanwhile is seen at the first look.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var asked = freshness.Begin();
        await using (var connection = await store.OpenReaderAsync(cancellation))
        {
            _seen = await connection.NumberAsync("SELECT COALESCE(MAX(\"Sequence\"), 0) FROM \"KeyChanges\"", cancellation);
        }

        log.Begin(_seen);
        await loader.LoadAsync(cancellation);
        await securedKeys.LoadAsync(cancellation);
        freshness.Confirm(asked);
        await AuditAsync(cancellation);
    }

    /// <summary>Takes note of every change since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await LookAloneAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// The console has started only when every key is in memory. It answers before, and says that it is not ready. A stop that comes meanwhile waits,
    /// or the start would fail.
    /// </summary>
    public Task StartedAsync(CancellationToken cancellationToken) => _loading;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        base.Dispose();
        _turn.Dispose();
    }

    private async Task LookAloneAsync(CancellationToken cancellation)
    {
        var asked = freshness.Begin();
        await using var db = store.CreateDbContext();
        var changes = await db.KeyChanges
            .Where(change => change.Sequence > _seen)
            .OrderBy(change => change.Sequence)
            .ToListAsync(cancellation);
        if (changes.Count > 0)
        {
            await log.PublishAsync(changes);
            _seen = changes[^1].Sequence;
        }

        freshness.Confirm(asked);
        await AuditAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _loading;

        // Side by side: a look at every row must not hold up what changes now.
        await Task.WhenAll(CheckAsync(stoppingToken), WatchAsync(stoppingToken));
    }

    /// <summary>Compares every row with its seal, once, and audits those that differ.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await loader.CheckAsync(cancellation);
            await LookAsync(cancellation);
        }
        catch (Exception fault) when (fault is StorageBusyException or DbUpdateException or System.Data.Common.DbException)
        {
            LogUnchecked(fault);
        }
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        // Asked for before each look: what is announced during one may have come too late for it.
        var announced = log.Announced;
        while (await WaitAsync(announced, stoppingToken))
        {
            announced = log.Announced;
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is StorageBusyException or DbUpdateException or System.Data.Common.DbException)
            {
                LogMissed(fault);
            }
        }
    }

    /// <summary>Waits until it is time to look, or sooner when there is something to see; false when it is time to stop.</summary>
    private async Task<bool> WaitAsync(Task announced, CancellationToken stoppingToken)
    {
        await announced.WaitAsync(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stoppingToken.IsCancellationRequested;
    }

    private async Task AuditAsync(CancellationToken cancellation)
    {
        var broken = keys.WithBrokenSeal.Where(key => !_audited.Contains((key.Id, key.Policy.Version))).ToList();
        if (broken.Count > 0)
        {
            await store.WriteAsync(db => AuditAsync(db, broken, cancellation), cancellation);
            _audited.UnionWith(broken.Select(key => (key.Id, key.Policy.Version)));
        }
    }

    private async Task<Result<int>> AuditAsync(ConsoleDbContext db, List<VerifiableKey> broken, CancellationToken cancellation)
    {
        foreach (var key in broken)
        {
            db.AuditEntries.Add(AuditEntry.For(
                Actor.System, AuditActions.KeySealBroken, new(key.OrganizationId, key.Id.ToString(), key.Name), clock.Now()));
        }

        return await db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(1, LogLevel.Warning, "Could not ask the database for changed keys; trying again")]
    private partial void LogMissed(Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "Could not compare every key's row with its seal; keys that change are compared all the same")]
    private partial void LogUnchecked(Exception fault);
}
