using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;
using Microsoft.Data.Sqlite;

namespace AdminConsole.Benchmarks.Verify;

/// <summary>Ten million verifications, all of them counted; a writer that stands still; a million guesses.</summary>
internal sealed class SoakBenchmark(Options options, Report report)
{
    private const int Keys = 100_000;
    private const int CalmPerSecond = 2_000;

    private long Uses => options.Quick ? 200_000 : 10_000_000;

    private TimeSpan Stall => TimeSpan.FromSeconds(options.Quick ? 5 : 30);

    private int Guesses => options.Quick ? 10_000 : 1_000_000;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var keys = await KnownKeys.PrepareAsync(Keys, cancellation);
        var before = await CountedUses.InAsync(keys.Directory, cancellation);
        var load = HttpLoad.Of(keys);
        long answered;
        await using (var console = await Server.StartConsoleAsync(keys.Directory, probed: true, cancellation))
        {
            answered = (await load.RunAsync(console.Port, new(TimeSpan.FromHours(1), Count: Uses), cancellation)).Count;
            answered += await StallAsync(console, load, keys, cancellation);
        }

        var counted = await CountedUses.InAsync(keys.Directory, cancellation) - before;
        report.Add(new("uses counted : answered", $"{counted:N0}", $"{answered:N0}", (double)counted / answered, Limit.Exactly(1)));
        await new GuessBenchmark(report).RunAsync(keys, Guesses, cancellation);
    }

    private async Task<long> StallAsync(Server console, HttpLoad load, KnownKeys keys, CancellationToken cancellation)
    {
        var calm = new LoadPlan(Stall, PerSecond: CalmPerSecond);
        var quiet = await load.RunAsync(console.Port, calm, cancellation);
        var before = await console.AskAsync(Probe.HeapBytes, cancellation);
        LoadResult stalled;
        await using (await HoldAsync(keys.Directory, cancellation))
        {
            stalled = await load.RunAsync(console.Port, calm, cancellation);
        }

        var after = await console.AskAsync(Probe.HeapBytes, cancellation);
        report.Add(new(
            $"p99 with the writer stalled for {Stall.TotalSeconds:0} s : before",
            Milliseconds(stalled),
            Milliseconds(quiet),
            stalled.Percentile99 / quiet.Percentile99,
            Limit.AtMost(2)));
        report.Note(FormattableString.Invariant($"The heap meanwhile: {before / 1_048_576.0:0} to {after / 1_048_576.0:0} MiB."));
        return quiet.Count + stalled.Count;
    }

    /// <summary>Takes the right to write away from the console, until it is disposed of.</summary>
    private static async Task<IAsyncDisposable> HoldAsync(string directory, CancellationToken cancellation)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "console.db")};Pooling=False");
        await connection.OpenAsync(cancellation);
        await using var begin = connection.CreateCommand();
        begin.CommandText = "PRAGMA wal_autocheckpoint = 0; BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    private static string Milliseconds(LoadResult load) => FormattableString.Invariant($"{load.Percentile99.TotalMilliseconds:0.0} ms");
}
