using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Verify;

/// <summary>A long even load with operators at work beside it: the last stretch must be as fast as the first.</summary>
internal sealed class SoakBenchmark(Options options, Report report)
{
    private const int Keys = 100_000;
    private const int Stretches = 5;
    private const int PerSecond = 2_000;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var stretch = options.Quick ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(2);
        var keys = await KnownKeys.PrepareAsync(Keys, cancellation);
        await using var console = await Server.StartConsoleAsync(keys.Directory, probed: true, cancellation);
        var load = new HttpLoad(new(keys.ManagementSecret, keys.Secrets[0].Length), keys.Secrets);
        await load.RunAsync(console.Port, new(options.Length.WarmUp), cancellation);
        await console.AskAsync(Probe.StartAdministration, cancellation);
        List<LoadResult> results = [];
        for (var number = 0; number < Stretches; number++)
        {
            results.Add(await load.RunAsync(console.Port, new(stretch, PerSecond: PerSecond), cancellation));
        }

        await console.AskAsync(Probe.StopAdministration, cancellation);
        var (first, last) = (results[0].Percentile99.TotalMilliseconds, results[^1].Percentile99.TotalMilliseconds);
        report.Add(new("p99 of the last stretch : of the first", FormattableString.Invariant($"{last:0.0} ms"), FormattableString.Invariant($"{first:0.0} ms"), last / first, Limit.AtMost(2)));
        report.Note($"{results.Sum(result => result.Count):N0} verifications in {Stretches} stretches of {stretch.TotalSeconds:0} s, allowed {results.Min(result => result.Allowed):P1} of them at least.");
    }
}
