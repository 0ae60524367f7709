using System.Diagnostics;
using System.Globalization;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;
using Microsoft.AspNetCore.Http;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Requests that nobody thought of, to every route. <c>tests/fuzz.sh</c> sends many more.</summary>
public sealed class FuzzTests(ServedConsole served, ITestOutputHelper output) : IClassFixture<ServedConsole>
{
    private const int Callers = 6;
    private const int EnoughForAllRoutes = 50_000;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private static int Requests => Setting("FUZZ_REQUESTS") ?? 2_000;

    private static int Seed => Setting("FUZZ_SEED") ?? 1;

    [Fact]
    public async Task Whatever_is_sent_to_whichever_route_gets_an_answer_in_its_form_and_never_a_fault_of_the_console()
    {
        var callers = new List<FuzzCaller>();
        for (var number = 0; number < Callers; number++)
        {
            var key = await served.CreateManagementKeyAsync(ManagementScopes.All);
            callers.Add(new(number, $"{key.Id.Value:n}", key.Secret.Reveal(), $"{served.Acme.Value}"));
        }

        using var browser = await served.App.SignedInBrowserAsync(origin: served.Address.OriginalString);
        var team = await served.Console.AddOwnerAsync(served.Acme, "1");
        var run = new FuzzRun(
            FuzzPlan.Of(served.App, browser.Session!, $"{team.Value:n}"),
            callers,
            Seed,
            () => served.PassAsync(Step),
            output.WriteLine);
        var watch = Stopwatch.StartNew();
        await run.RunAsync(Requests);
        Report(run, watch.Elapsed);

        Assert.Empty(run.Findings);
        Assert.True(run.Coverage.Successes > Requests / 20, "Hardly anything that was asked made sense.");
        if (Requests >= EnoughForAllRoutes)
        {
            Assert.Empty(run.Coverage.HardlyTested);
        }
    }

    private void Report(FuzzRun run, TimeSpan time)
    {
        if (!run.Findings.IsEmpty)
        {
            output.WriteLine(string.Join("\n\n", served.App.Log.Exceptions.Where(met => met is not BadHttpRequestException)));
        }

        foreach (var line in run.Coverage.Lines)
        {
            output.WriteLine(line);
        }

        output.WriteLine($"Hardly tested, never answered by 2xx: {string.Join(", ", run.Coverage.HardlyTested.DefaultIfEmpty("none"))}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Seed {Seed}: {run.Coverage.Requests} requests in {time.TotalSeconds:0} s ({run.Coverage.Requests / time.TotalSeconds:0}/s), "
            + $"{run.SentTwice} sent twice, {run.Findings.Count} findings."));
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
