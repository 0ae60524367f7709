using AdminConsole.Benchmarks;
using AdminConsole.Benchmarks.Core;
using AdminConsole.Benchmarks.Peers;
using AdminConsole.Benchmarks.Pieces;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;
using AdminConsole.Benchmarks.Ui;
using AdminConsole.Benchmarks.Verify;

if (args is [BareServers.Command, var kind, var directory])
{
    await BareServers.RunAsync(kind, directory);
    return 0;
}

var options = Options.Parse(args);
Dictionary<string, Func<Report, Task>> benchmarks = new()
{
    ["verify"] = report => new VerifyBenchmark(options, report).RunAsync(CancellationToken.None),
    ["list"] = report => new ListBenchmark(options, report).RunAsync(CancellationToken.None),
    ["write"] = report => new WriteBenchmark(options, report).RunAsync(CancellationToken.None),
    ["start"] = report => new StartBenchmark(options, report).RunAsync(CancellationToken.None),
    ["crash"] = report => new CrashBenchmark(options, report).RunAsync(CancellationToken.None),
    ["ui"] = report => new UiBenchmark(options, report).RunAsync(CancellationToken.None),
    ["soak"] = report => new SoakBenchmark(options, report).RunAsync(CancellationToken.None),
    [PeersBenchmark.Command] = report => new PeersBenchmark(options, report).RunAsync(CancellationToken.None),
    ["pieces"] = report => PiecesBenchmark.RunAsync(options, report),
};
if (options.Command != "all" && !benchmarks.ContainsKey(options.Command))
{
    Console.Error.WriteLine($"Choose one of {string.Join(", ", benchmarks.Keys)} or all; with --quick, --many N.");
    return 2;
}

await Repository.PublishAsync();
var holds = true;

// All that needs nothing but this repository: the peers need Node and the npm registry.
var chosen = benchmarks.Where(
    benchmark => options.Command == "all" ? benchmark.Key != PeersBenchmark.Command : benchmark.Key == options.Command);
foreach (var (name, run) in chosen)
{
    Console.WriteLine($"== {name}");
    var report = new Report(name, options.Quick);
    await run(report);
    await report.WriteAsync(CancellationToken.None);
    holds &= report.Holds;
}

return holds ? 0 : 1;
