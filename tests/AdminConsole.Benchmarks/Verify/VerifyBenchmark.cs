using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Benchmarks.Verify;

/// <summary>Verification over HTTP, beside what this machine can do at best.</summary>
internal sealed class VerifyBenchmark(Options options, Report report)
{
    private const int Keys = 100_000;
    private const int FewKeys = 1_000;

    /// <summary>Good keys, asked for at a pace that leaves the machine room: what then delays an answer is what runs beside.</summary>
    private const int CalmPerSecond = 2_000;
    private const int UnknownPerSecond = 10_000;
    private const int UnknownSecrets = 50_000;

    private static readonly TimeSpan Forever = TimeSpan.FromHours(1);

    private LoadPlan Full => new(options.Length.Run);

    private LoadPlan Whole => new(options.Length.WholeRun);

    private LoadPlan Calm => new(options.Length.Run, PerSecond: CalmPerSecond);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var keys = await KnownKeys.PrepareAsync(Keys, cancellation);
        using (var folder = new DataFolder(keys.Directory))
        await using (var console = await Server.StartConsoleAsync(folder.Path, probed: true, cancellation, Server.Unlimited))
        {
            await CompareWithBareAsync(console, keys, cancellation);
            await MeasureMemoryAsync(console, keys, cancellation);
            await OfferUnknownAsync(console, keys, cancellation);
            await AdministrateAsync(console, keys, cancellation);
            await CompareUsageAsync(console, keys, cancellation);
        }

        await CompareRulesAsync(cancellation);
        await CompareSizesAsync(cancellation);
    }

    private async Task CompareWithBareAsync(Server console, KnownKeys keys, CancellationToken cancellation)
    {
        await using var lookUp = await Server.StartBareAsync(BareServers.LookUp, keys.Directory, cancellation);
        await using var constant = await Server.StartBareAsync(BareServers.Constant, keys.Directory, cancellation);
        var ours = new Trial("console", console, HttpLoad.Of(keys), Whole);
        var bare = new Trial("SHA-256 + dictionary", lookUp, HttpLoad.Of(keys), Whole);
        var ceiling = new Trial("constant answer", constant, HttpLoad.Of(keys), Full);

        await Trial.RunAsync(options.Length, cancellation, ours, bare, ceiling);

        report.Add(
            new(
                "verify, 100,000 keys, uniform : SHA-256 + dictionary",
                ours.Throughput,
                bare.Throughput,
                ours.ThroughputTo(bare),
                Limit.AtLeast(0.75)));
        report.Add(new("server CPU of it", ours.Cpu, bare.Cpu, ours.CpuTo(bare), Limit.AtMost(1.45)));
        report.Note(
            $"Kestrel's constant answer: {ceiling.Throughput}, {ceiling.Cpu}, p99 {ceiling.Latency}; "
            + $"the console's p99 {ours.Latency}, the bare look-up's {bare.Latency}.");
    }

    private async Task MeasureMemoryAsync(Server console, KnownKeys keys, CancellationToken cancellation)
    {
        var before = await console.AskAsync(Probe.AllocatedBytes, cancellation);
        var load = await HttpLoad.Of(keys).RunAsync(console.Port, Whole, cancellation);
        var each = (await console.AskAsync(Probe.AllocatedBytes, cancellation) - before) / (double)load.Count;

        report.Add(new("heap allocated a verification", FormattableString.Invariant($"{each:N0} B"), "1,536 B", each / 1536, Limit.AtMost(1)));
    }

    private async Task OfferUnknownAsync(Server console, KnownKeys keys, CancellationToken cancellation)
    {
        List<byte[]> unknown =
        [
            .. Enumerable.Range(0, UnknownSecrets).Select(
                _ => System.Text.Encoding.ASCII.GetBytes(KeySecret.Generate(SecretEnvironment.Live).Reveal())),
        ];
        var quiet = new Trial("quiet", console, HttpLoad.Of(keys), Calm);
        var pressed = new Trial("beside unknown keys", console, HttpLoad.Of(keys), Calm)
        {
            Beside = Offered(console, new(Forever, PerSecond: UnknownPerSecond), HttpLoad.Of(keys with { Secrets = unknown })),
        };

        await Trial.RunAsync(options.Length, cancellation, quiet, pressed);

        report.Add(new(
            "p99 of good keys beside 10,000 unknown a second : quiet", pressed.Latency, quiet.Latency, pressed.LatencyTo(quiet), Limit.AtMost(2)));
    }

    private async Task AdministrateAsync(Server console, KnownKeys keys, CancellationToken cancellation)
    {
        // Two scripts, each of which waits for its answer and then asks again. They are measured by themselves first, so that they are warm.
        IReadOnlyList<HttpLoad> scripts = [HttpLoad.ListOf(keys), HttpLoad.CreationOf(keys)];
        await Trial.RunAsync(
            options.Length,
            cancellation,
            [.. scripts.Select(script => new Trial("a script", console, script, new(options.Length.Run, Connections: 1)))]);
        var alone = new Trial("alone", console, HttpLoad.Of(keys), Calm);
        var beside = new Trial("beside listing and creating", console, HttpLoad.Of(keys), Calm)
        {
            Beside = Offered(console, new(Forever, Connections: 1), scripts),
        };

        await Trial.RunAsync(options.Length, cancellation, alone, beside);

        report.Add(new("p99 beside listing and creating : alone", beside.Latency, alone.Latency, beside.LatencyTo(alone), Limit.AtMost(4)));
    }

    private async Task CompareUsageAsync(Server console, KnownKeys keys, CancellationToken cancellation)
    {
        var on = new Trial("usage recorded", console, HttpLoad.Of(keys), Whole);
        var off = new Trial("usage not recorded", console, HttpLoad.Of(keys), Whole)
        {
            Beside = Asked(console, Probe.StopRecording, Probe.StartRecording),
        };

        await Trial.RunAsync(options.Length, cancellation, on, off);

        report.Add(new("usage recording on : off", on.Throughput, off.Throughput, on.ThroughputTo(off), Limit.AtLeast(0.85)));
    }

    private static Func<CancellationToken, Task<IAsyncDisposable>> Offered(Server console, LoadPlan plan, params IReadOnlyList<HttpLoad> loads) =>
        _ => Task.FromResult<IAsyncDisposable>(new Background(stop => Task.WhenAll(loads.Select(load => load.RunAsync(console.Port, plan, stop)))));

    private static Func<CancellationToken, Task<IAsyncDisposable>> Asked(Server console, string begin, string end) => async stop =>
    {
        await console.AskAsync(begin, stop);
        return new Ending(() => console.AskAsync(end, CancellationToken.None));
    };

    private async Task CompareRulesAsync(CancellationToken cancellation)
    {
        var keys = await KnownKeys.PrepareAsync(
            "known-rules", FewKeys * 2, index => index < FewKeys ? Settings.WithoutRules : Settings.WithManyRules, cancellation);
        await using var console = await Server.StartConsoleAsync(keys.Directory, probed: false, cancellation);
        var without = new Trial("no rules", console, HttpLoad.Of(keys with { Secrets = [.. keys.Secrets.Take(FewKeys)] }), Whole);
        var many = new Trial("100 networks and scopes", console, HttpLoad.Of(keys with { Secrets = [.. keys.Secrets.Skip(FewKeys)] }), Whole);

        await Trial.RunAsync(options.Length, cancellation, without, many);

        report.Add(
            new(
                "key with 100 networks and 100 scopes : with none",
                many.Throughput,
                without.Throughput,
                many.ThroughputTo(without),
                Limit.AtLeast(0.90)));
        report.Note($"CPU of it: {many.Cpu} beside {without.Cpu}; the answer to the key with 100 scopes names them all.");
    }

    private async Task CompareSizesAsync(CancellationToken cancellation)
    {
        var few = await KnownKeys.PrepareAsync(FewKeys, cancellation);
        var many = await KnownKeys.PrepareAsync(options.ManyKeys, cancellation);
        await using var small = await Server.StartConsoleAsync(few.Directory, probed: false, cancellation);
        await using var large = await Server.StartConsoleAsync(many.Directory, probed: false, cancellation);
        await large.RestAsync(cancellation);
        var ofFew = new Trial("few keys", small, HttpLoad.Of(few), Whole);

        // Each key is made ready when it is first asked for: most of a million are, after so long.
        var ofMany = new Trial("many keys", large, HttpLoad.Of(many), Whole) { WarmUps = 2 };

        await Trial.RunAsync(options.Length, cancellation, ofFew, ofMany);

        report.Add(
            new(
                $"verify with {options.ManyKeys:N0} keys : with 1,000",
                ofMany.Throughput,
                ofFew.Throughput,
                ofMany.ThroughputTo(ofFew),
                Limit.AtLeast(0.80)));
    }
}
