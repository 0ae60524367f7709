using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Core;

/// <summary>From the start of the process to its first answer: the console with 100,000 keys in memory, beside a blank Blazor Server app.</summary>
internal sealed class StartBenchmark(Options options, Report report)
{
    private const int Keys = 100_000;

    // A start takes a second and varies by a fifth: more of them than of other measurements, to say anything.
    private const int StartsEach = 9;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var keys = await KnownKeys.PrepareAsync(Keys, cancellation);
        List<double> ours = [];
        List<double> blank = [];
        for (var round = 0; round < (options.Quick ? 2 : StartsEach); round++)
        {
            await using (var app = await Server.StartBareAsync(BareServers.Blazor, keys.Directory, cancellation))
            {
                blank.Add(TimeSpan.FromTicks(app.AnswerTicks).TotalSeconds);
            }

            await using (var console = await Server.StartConsoleAsync(keys.Directory, probed: false, cancellation))
            {
                ours.Add(TimeSpan.FromTicks(console.AnswerTicks).TotalSeconds);
            }
        }

        var (mine, beside) = (Median.Of(ours), Median.Of(blank));
        report.Add(new(
            "cold start to ready, 100,000 keys : blank app's first answer", FormattableString.Invariant($"{mine:0.00} s"),
            FormattableString.Invariant($"{beside:0.00} s"),
            mine / beside, Limit.AtMost(2.2)));
    }
}
