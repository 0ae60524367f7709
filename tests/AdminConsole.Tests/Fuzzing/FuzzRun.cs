using System.Collections.Concurrent;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Sends requests over several connections, each with a caller of its own, and judges every answer.</summary>
/// <param name="pass">Called again and again: lets time pass.</param>
/// <param name="tell">Called with each finding as it is made: a run may be ended before its end.</param>
internal sealed class FuzzRun(FuzzPlan plan, IReadOnlyList<FuzzCaller> callers, int seed, Func<Task> pass, Action<string> tell)
{
    private const int RequestsBetweenPasses = 500;
    private const int MostFindings = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Judge _judge = new(plan.Vendors);
    private int _sent;

    /// <summary>How often each status was answered; 0 = the connection was cut.</summary>
    public ConcurrentDictionary<int, int> Statuses { get; } = new();

    /// <summary>How many answers of 2xx each route gave: where none is, nothing real was asked.</summary>
    public ConcurrentDictionary<string, int> Successes { get; } = new();

    public ConcurrentQueue<string> Findings { get; } = new();

    public Task RunAsync(int requests) => Task.WhenAll(callers.Select(caller => Task.Run(() => SendAsync(caller, requests / callers.Count))));

    private async Task SendAsync(FuzzCaller caller, int count)
    {
        var things = new Things([.. callers.Select(each => each.KeyId)]);
        var maker = new RequestMaker(plan, caller, new(unchecked((seed * 1009) + caller.Number)), things);
        using var connection = new RawConnection(plan.Server);
        for (var number = 0; number < count && Findings.Count < MostFindings; number++)
        {
            var draft = maker.Next();
            var (answer, hangs) = await AskAsync(connection, draft);
            Count(draft, answer);
            if ((hangs ? $"No answer within {Patience}." : _judge.Fault(draft, caller, answer)) is { } fault)
            {
                var finding = Describe(fault, draft, answer);
                Findings.Enqueue(finding);
                tell(finding);
            }
            else if (answer is not null)
            {
                things.Learn(draft, answer);
            }

            if (Interlocked.Increment(ref _sent) % RequestsBetweenPasses == 0)
            {
                await pass();
            }
        }
    }

    /// <summary>Asks twice before it says that a request hangs: a machine that was held up is no fault of the console's.</summary>
    private static async Task<(Answer? Answer, bool Hangs)> AskAsync(RawConnection connection, Draft draft)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                return (await connection.AskAsync(draft, patience.Token), false);
            }
            catch (OperationCanceledException)
            {
                connection.Close();
            }
        }

        return (null, true);
    }

    private void Count(Draft draft, Answer? answer)
    {
        Statuses.AddOrUpdate(answer?.Status ?? 0, 1, (_, count) => count + 1);
        if (answer is { Status: >= 200 and < 300 })
        {
            Successes.AddOrUpdate($"{draft.Method} {draft.Pattern}", 1, (_, count) => count + 1);
        }
    }

    private string Describe(string fault, Draft draft, Answer? answer) => $"""
        {fault} To send it again:
        echo {Convert.ToBase64String(draft.ToBytes())} | base64 -d | nc {plan.Server.Host} {plan.Server.Port}
        {draft.Method} {Start(draft.Path)} {Start(draft.Query)}
        {Start(draft.Body is null ? "" : System.Text.Encoding.UTF8.GetString(draft.Body))}
        was answered: {answer?.Status} {answer?.Type} {Start(answer?.Text ?? "")}
        """;

    private static string Start(string text) => text.Length > 600 ? text[..600] + "…" : text;
}
