using AdminConsole.Benchmarks.Load;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Verify;

/// <summary>One side of a comparison: a server under a load, run several times by turns with the other sides.</summary>
internal sealed class Trial(string name, Server server, HttpLoad load, LoadPlan plan)
{
    private readonly List<(LoadResult Result, TimeSpan Cpu)> _runs = [];

    /// <summary>Done before each run of this side, and undone after it.</summary>
    public Func<CancellationToken, Task<IAsyncDisposable>>? Beside { get; init; }

    public double PerSecond => Of(run => run.Result.PerSecond);

    public double CpuMicroseconds => Of(run => run.Cpu.TotalMicroseconds / run.Result.Count);

    public double Percentile99 => Of(run => run.Result.Percentile99.TotalMilliseconds);

    public string Throughput => FormattableString.Invariant($"{PerSecond:N0}/s");

    public string Cpu => FormattableString.Invariant($"{CpuMicroseconds:0.0} µs");

    public string Latency => FormattableString.Invariant($"{Percentile99:0.0} ms");

    /// <summary>Runs the sides by turns, so that whatever else the machine does meets all of them.</summary>
    public static async Task RunAsync(RunLength length, CancellationToken cancellation, params IReadOnlyList<Trial> trials)
    {
        foreach (var trial in trials)
        {
            await trial.WarmUpAsync(length.WarmUp, cancellation);
        }

        for (var round = 0; round < length.Rounds; round++)
        {
            foreach (var trial in trials)
            {
                await trial.RunAsync(cancellation);
            }
        }
    }

    private double Of(Func<(LoadResult Result, TimeSpan Cpu), double> value) => Median.Of(_runs.Select(value));

    private async Task WarmUpAsync(TimeSpan length, CancellationToken cancellation)
    {
        if (!server.IsWarm)
        {
            await LoadAsync(plan with { Length = length }, cancellation);
            server.IsWarm = true;
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        await using var beside = Beside is null ? null : await Beside(cancellation);
        var before = server.Cpu;
        var result = await LoadAsync(plan, cancellation);
        _runs.Add((result, server.Cpu - before));
        Console.WriteLine(FormattableString.Invariant(
            $"  {name}: {result.PerSecond:N0}/s, p50 {result.Median.TotalMilliseconds:0.00} ms, p99 {result.Percentile99.TotalMilliseconds:0.0} ms, CPU {_runs[^1].Cpu.TotalMicroseconds / result.Count:0.0} µs"));
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
/// <param name="WholeRun">Of a console whose uses are recorded: so long that what comes now and then, roll-ups and collections, has its share.</param>
internal sealed record RunLength(TimeSpan Run, TimeSpan WholeRun, TimeSpan WarmUp, int Rounds)
{
    // A console's code is compiled anew, by what is used most, for its first half minute under load most of all.
    public static readonly RunLength Full = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40), 3);
    public static readonly RunLength Quick = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), 1);
}
