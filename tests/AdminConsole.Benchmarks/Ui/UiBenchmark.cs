using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Ui;

/// <summary>What the pages cost the browser and the server, with the demo data's three hundred keys.</summary>
internal sealed class UiBenchmark(Options options, Report report)
{
    private const double KiB = 1024;
    private const int Windows = 10;

    private const string SignIn = "/account/sign-in";

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var console = await DemoConsole.StartAsync(cancellation);
        await using var chromium = await Chromium.StartAsync(console.Origin);
        await MeasureFirstLoadsAsync(chromium);
        await MeasureListAsync(chromium);
        await MeasureHeapAsync(console.Server, chromium, cancellation);
    }

    private async Task MeasureFirstLoadsAsync(Chromium chromium)
    {
        await using var stranger = await chromium.OpenAsync();
        AddSize("first load of sign-in", (await Visit.MakeAsync(await stranger.NewPageAsync(), SignIn, emptyCache: true)).Loaded, 120);
        await using var admin = await chromium.OpenSignedInAsync();
        AddSize("first load of the list", (await Visit.MakeAsync(await admin.NewPageAsync(), Visit.List, emptyCache: true)).Loaded, 250);
    }

    private async Task MeasureListAsync(Chromium chromium)
    {
        await using var admin = await chromium.OpenSignedInAsync();
        var page = await admin.NewPageAsync();
        List<Visit> lists = [];
        List<Visit> blanks = [];
        for (var round = 0; round < (options.Quick ? 3 : 11); round++)
        {
            blanks.Add(await Visit.MakeAsync(page, Visit.Blank, emptyCache: false));
            lists.Add(await Visit.MakeAsync(page, Visit.List, emptyCache: false));
        }

        AddSize("bytes over the circuit for 50 rows", (long)Median.Of(lists.Select(visit => (double)visit.Circuit)), 90);
        var (list, blank) = (
            Median.Of(lists.Skip(1).Select(visit => visit.Milliseconds)),
            Median.Of(blanks.Skip(1).Select(visit => visit.Milliseconds)));
        report.Add(new("list ready : blank interactive page", $"{list:0} ms", $"{blank:0} ms", list / blank, Limit.AtMost(2)));
    }

    private async Task MeasureHeapAsync(Server server, Chromium chromium, CancellationToken cancellation)
    {
        var idle = await server.AskAsync(Probe.HeapBytes, cancellation);
        var shell = await HeapOfAsync(server, chromium, Visit.Blank, idle, cancellation);
        var list = await HeapOfAsync(server, chromium, Visit.List, idle, cancellation);
        report.Add(new(
            "heap of a circuit with the list : with the shell alone", FormattableString.Invariant($"{list / KiB:0} KiB"),
            FormattableString.Invariant($"{shell / KiB:0} KiB"),
            list / shell, Limit.AtMost(2.5)));
    }

    // Closed circuits are kept for a while, so that a lost connection finds its own again: each measurement begins where the one before ended.
    private static async Task<double> HeapOfAsync(Server server, Chromium chromium, string address, long idle, CancellationToken cancellation)
    {
        await using var admin = await chromium.OpenSignedInAsync();
        var before = Math.Max(idle, await server.AskAsync(Probe.HeapBytes, cancellation));
        for (var window = 0; window < Windows; window++)
        {
            await Visit.MakeAsync(await admin.NewPageAsync(), address, emptyCache: false);
        }

        return (await server.AskAsync(Probe.HeapBytes, cancellation) - before) / (double)Windows;
    }

    private void AddSize(string goal, long bytes, double most) =>
        report.Add(
            new(
                goal,
                FormattableString.Invariant($"{bytes / KiB:0} KiB"),
                FormattableString.Invariant($"{most:0} KiB"),
                bytes / KiB / most,
                Limit.AtMost(1)));
}
