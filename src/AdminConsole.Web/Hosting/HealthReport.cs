using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Web.Hosting;

/// <summary>How the console is, for those who run it.</summary>
internal sealed record HealthReport(string Status, DatabaseHealth Database, KeysHealth Keys, BrokenSeals BrokenSeals);

internal sealed record DatabaseHealth(bool Reachable, string SqliteVersion);

/// <param name="CheckedAt">When the database was last asked whether keys have changed.</param>
/// <param name="Stale">That was longer ago than <paramref name="MaxStaleSeconds"/>: verifications are refused.</param>
internal sealed record KeysHealth(bool Loaded, int InMemory, DateTimeOffset? CheckedAt, bool Stale, double MaxStaleSeconds, string? Fault);

/// <summary>Keys whose rows were changed behind the console.</summary>
/// <param name="Count">Of all organizations.</param>
/// <param name="Ids">Of those whose keys the reader may see.</param>
internal sealed record BrokenSeals(int Count, IReadOnlyList<string> Ids);

/// <summary>Gathers the report. Of what it says only the database's sign of life is asked of the database.</summary>
internal sealed class HealthReporter(DatabaseProbe database, CachedKeys keys, CacheFreshness freshness)
{
    public async Task<HealthReport> ReportAsync(Actor reader, CancellationToken cancellation)
    {
        var reachable = await database.AnswersAsync(cancellation);
        var isWell = reachable && keys.IsLoaded && !freshness.IsStale;
        return new(isWell ? "healthy" : "unhealthy", new(reachable, DatabaseProbe.SqliteVersion), Keys(), Broken(reader));
    }

    private KeysHealth Keys()
    {
        var stale = freshness.IsStale;
        return new(
            keys.IsLoaded, keys.Count, freshness.CheckedAt, stale, freshness.MaxStaleness.TotalSeconds, stale ? CacheFreshness.Stale.Code : null);
    }

    private BrokenSeals Broken(Actor reader)
    {
        var broken = keys.WithBrokenSeal.ToList();
        return new(broken.Count, [.. broken.Where(key => MaySee(reader, key)).Select(key => key.Id.ToString())]);
    }

    private static bool MaySee(Actor reader, VerifiableKey key) =>
        reader.Can(Permission.ReadKeys, key.OrganizationId) || reader.Can(Permission.FindKeys, key.OrganizationId);
}
