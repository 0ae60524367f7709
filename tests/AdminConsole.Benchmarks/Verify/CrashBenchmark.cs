using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Verify;

/// <summary>A console that is killed in the middle of its work: how soon the next one is ready, and what is lost.</summary>
internal sealed class CrashBenchmark(Options options, Report report)
{
    private const int Keys = 100_000;
    private const int PerSecond = 10_000;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var keys = await KnownKeys.PrepareAsync(Keys, cancellation);
        List<Crash> crashes = [];
        for (var round = 0; round < options.Length.Rounds; round++)
        {
            crashes.Add(await CrashAsync(keys, cancellation));
        }

        var ready = Median.Of(crashes.Select(crash => crash.Ready.TotalSeconds));
        var lost = crashes.Max(crash => crash.Uses / crash.PerSecond);
        report.Add(
            new("seconds to ready after kill -9, 100,000 keys", FormattableString.Invariant($"{ready:0.00} s"), "2 s", ready / 2, Limit.AtMost(1)));
        report.Add(
            new(
                "uses lost : those of one flush interval",
                FormattableString.Invariant($"{lost:0.00} s of them"),
                "1 s",
                lost / FlushInterval.TotalSeconds,
                Limit.AtMost(1.1)));
        report.Add(
            new(
                "changes lost : made",
                $"{crashes.Sum(crash => crash.LostChanges)}",
                $"{crashes.Sum(crash => crash.Changes)}",
                crashes.Sum(crash => crash.LostChanges),
                Limit.AtMost(0)));
        report.Add(
            new(
                "uses counted twice",
                $"{crashes.Count(crash => crash.Uses < -crash.InFlight)}",
                "0",
                crashes.Count(crash => crash.Uses < -crash.InFlight),
                Limit.AtMost(0)));
    }

    private static async Task<Crash> CrashAsync(KnownKeys keys, CancellationToken cancellation)
    {
        var before = await CountedUses.InAsync(keys.Directory, cancellation);
        var plan = new LoadPlan(Length, PerSecond: PerSecond) { EndsWithServer = true };
        List<string> created = [];
        LoadResult load;
        await using (var console = await Server.StartConsoleAsync(keys.Directory, probed: false, cancellation))
        {
            var loading = HttpLoad.Of(keys).RunAsync(console.Port, plan, cancellation);
            var creating = CreateAsync(console, keys, created, cancellation);

            // Not in step with the flushes.
            await Task.Delay(Length * 0.5 + FlushInterval * Random.Shared.NextDouble(), cancellation);
            await console.KillAsync();
            load = await loading;
            await creating;
        }

        await using (var console = await Server.StartConsoleAsync(keys.Directory, probed: false, cancellation))
        {
            var lost = await LostAsync(console, keys, created, cancellation);
            var ready = TimeSpan.FromTicks(console.AnswerTicks);
            await console.StopAsync();
            var counted = await CountedUses.InAsync(keys.Directory, cancellation) - before;
            return new(ready, load.Count - counted, load.PerSecond, plan.Connections, lost, created.Count);
        }
    }

    private static async Task CreateAsync(Server console, KnownKeys keys, List<string> created, CancellationToken cancellation)
    {
        using var client = Client(console, keys);
        try
        {
            while (true)
            {
                using var answer = await client.PostAsJsonAsync(
                    "/api/v1/keys", new { name = "made while it crashed", scopes = new[] { "vm:read" } }, cancellation);
                answer.EnsureSuccessStatusCode();
                created.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("id").GetString()!);
                await Task.Delay(TimeSpan.FromMilliseconds(120), cancellation);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The console is gone. What was answered until then must be there afterwards.
        }
    }

    private static async Task<int> LostAsync(Server console, KnownKeys keys, List<string> created, CancellationToken cancellation)
    {
        using var client = Client(console, keys);
        var lost = 0;
        foreach (var id in created)
        {
            using var answer = await client.GetAsync(new Uri($"/api/v1/keys/{id}", UriKind.Relative), cancellation);
            lost += answer.IsSuccessStatusCode ? 0 : 1;
        }

        return lost;
    }

    private static HttpClient Client(Server console, KnownKeys keys) => new()
    {
        BaseAddress = new($"http://127.0.0.1:{console.Port}"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", keys.ManagementSecret) },
    };

    /// <param name="Uses">Verifications that were answered and are not counted; fewer than none when more are counted than were answered.</param>
    /// <param name="InFlight">How many may have been counted whose answers were still under way.</param>
    private sealed record Crash(TimeSpan Ready, long Uses, double PerSecond, int InFlight, int LostChanges, int Changes);
}
