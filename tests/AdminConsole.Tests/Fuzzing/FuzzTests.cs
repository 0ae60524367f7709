using System.Globalization;
using AdminConsole.Actors;
using AdminConsole.Tests.Fixtures;
using Microsoft.AspNetCore.Http;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Requests that nobody thought of, to every route for programs. <c>tests/fuzz.sh</c> sends many more.</summary>
public sealed class FuzzTests(ServedConsole served, ITestOutputHelper output) : IClassFixture<ServedConsole>
{
    private const int Callers = 6;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private static int Requests => Setting("FUZZ_REQUESTS") ?? 2_000;

    private static int Seed => Setting("FUZZ_SEED") ?? 1;

    [Fact]
    public async Task Whatever_is_sent_to_whichever_route_gets_an_answer_in_its_form_and_never_a_fault_of_the_console()
    {
        var callers = new List<FuzzCaller>();
        for (var number = 0; number < Callers; number++)
        {
            var key = await served.IssueManagementKeyAsync(ManagementScopes.All);
            callers.Add(new(number, $"{key.Id.Value:n}", key.Secret.Reveal(), $"{served.Acme.Value}"));
        }

        var run = new FuzzRun(FuzzPlan.Of(served.App), callers, Seed, () => served.PassAsync(Step), output.WriteLine);
        await run.RunAsync(Requests);

        output.WriteLine($"Seed {Seed}, {run.Statuses.Values.Sum()} requests: {Table(run.Statuses)}");
        output.WriteLine($"Succeeded: {Table(run.Successes)}");
        if (!run.Findings.IsEmpty)
        {
            output.WriteLine(string.Join("\n\n", served.App.Log.Exceptions.Where(met => met is not BadHttpRequestException)));
        }

        Assert.Empty(run.Findings);
        Assert.True(run.Statuses.GetValueOrDefault(200) > Requests / 20, "Hardly anything that was asked made sense.");
    }

    private static string Table<T>(IEnumerable<KeyValuePair<T, int>> counts) => string.Join(", ", counts.OrderBy(count => count.Key).Select(count => $"{count.Key}: {count.Value}"));

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
