using System.Globalization;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Verify;

/// <summary>One side of a comparison: a server under a load, run several times by turns with the other sides.</summary>
internal sealed class Trial(string name, Server server, HttpLoad load, LoadPlan plan)
{
    /// <summary>
    /// What is offered without a pause is measured in slices by turns with the other sides, since what else a machine does changes within
    /// seconds. What is offered at a pace is measured in one: its figure is the slowest hundredth, which begins and ends would be part of.
    /// </summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    private readonly List<(LoadResult Result, TimeSpan Cpu)> _slices = [];
    private readonly List<(LoadResult Result, TimeSpan Cpu)> _runs = [];

    /// <summary>Done before each run of this side, and undone after it.</summary>
    public Func<CancellationToken, Task<IAsyncDisposable>>? Beside { get; init; }

    /// <summary>Where a warm-up of the usual length is too short: so many times as long.</summary>
    public int WarmUps { get; init; } = 1;

    public string Throughput => FormattableString.Invariant($"{Median.Of(_runs.Select(PerSecond)):N0}/s");

    public string Cpu => FormattableString.Invariant($"{Median.Of(_runs.Select(CpuMicroseconds)):0.0} µs");

    public string Latency => FormattableString.Invariant($"{Median.Of(_runs.Select(Percentile99)):0.0} ms");

    private int Slices => plan.PerSecond is null ? Math.Max(1, (int)(plan.Length / Slice)) : 1;

    /// <summary>Runs the sides by turns, so that whatever else the machine does meets all of them.</summary>
    public static async Task RunAsync(RunLength length, CancellationToken cancellation, params IReadOnlyList<Trial> trials)
    {
        foreach (var trial in trials)
        {
            await trial.WarmUpAsync(length.WarmUp, cancellation);
        }

        for (var round = 0; round < length.Rounds; round++)
        {
            for (var slice = 0; slice < trials.Max(trial => trial.Slices); slice++)
            {
                foreach (var trial in trials.Where(trial => slice < trial.Slices))
                {
                    await trial.RunSliceAsync(cancellation);
                }
            }

            foreach (var trial in trials)
            {
                trial.EndRun();
            }
        }
    }

    /// <summary>The median of the ratios of each run: the two sides of one met the same machine.</summary>
    public double ThroughputTo(Trial other) => To(other, PerSecond);

    /// <inheritdoc cref="ThroughputTo"/>
    public double CpuTo(Trial other) => To(other, CpuMicroseconds);

    /// <inheritdoc cref="ThroughputTo"/>
    public double LatencyTo(Trial other) => To(other, Percentile99);

    private double To(Trial other, Func<(LoadResult Result, TimeSpan Cpu), double> value) =>
        Median.Of(_runs.Zip(other._runs, (mine, theirs) => value(mine) / value(theirs)));

    private static double PerSecond((LoadResult Result, TimeSpan Cpu) run) => run.Result.PerSecond;

    private static double CpuMicroseconds((LoadResult Result, TimeSpan Cpu) run) => run.Cpu.TotalMicroseconds / run.Result.Count;

    private static double Percentile99((LoadResult Result, TimeSpan Cpu) run) => run.Result.Percentile99.TotalMilliseconds;

    private async Task WarmUpAsync(TimeSpan length, CancellationToken cancellation)
    {
        if (!server.IsWarm)
        {
            await LoadAsync(plan with { Length = length * WarmUps }, cancellation);
            server.IsWarm = true;
        }
    }

    private async Task RunSliceAsync(CancellationToken cancellation)
    {
        await using var beside = Beside is null ? null : await Beside(cancellation);
        var before = server.Cpu;
        var result = await LoadAsync(plan with { Length = plan.Length / Slices }, cancellation);
        _slices.Add((result, server.Cpu - before));
    }

    private void EndRun()
    {
        (LoadResult Result, TimeSpan Cpu) run =
            (LoadResult.Of([.. _slices.Select(slice => slice.Result)]), TimeSpan.FromTicks(_slices.Sum(slice => slice.Cpu.Ticks)));
        _slices.Clear();
        _runs.Add(run);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name}: {PerSecond(run):N0}/s, p50 {run.Result.Median.TotalMilliseconds:0.00} ms, "
            + $"p99 {Percentile99(run):0.0} ms, CPU {CpuMicroseconds(run):0.0} µs"));
    }

    // A refusal is another answer, and often a quicker one, than what is measured.
    private async Task<LoadResult> LoadAsync(LoadPlan window, CancellationToken cancellation)
    {
        var result = await load.RunAsync(server.Port, window, cancellation);
        return result.Allowed >= 1
            ? result
            : throw new InvalidOperationException(FormattableString.Invariant($"{name}: {1 - result.Allowed:P2} of the answers are refusals."));
    }
}

/// <summary>How long a comparison may take.</summary>
/// <param name="Run">Of what does the same all the time.</param>
/// <param name="WholeRun">
/// Of a console whose uses are recorded: so long that what comes now and then, roll-ups and collections, has its share.
/// </param>
internal sealed record RunLength(TimeSpan Run, TimeSpan WholeRun, TimeSpan WarmUp, int Rounds)
{
    // A console's code is compiled anew, by what is used most, for its first half minute under load most of all.
    public static readonly RunLength Full = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40), 3);
    public static readonly RunLength Quick = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), 1);
}
