using System.Collections.Concurrent;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Sends requests over several connections, each with a caller of its own, and judges every answer.</summary>
/// <param name="pass">Called again and again: lets time pass.</param>
/// <param name="tell">Called with each finding as it is made, for a run may be ended before its end, and with signs of life.</param>
internal sealed class FuzzRun(FuzzPlan plan, IReadOnlyList<FuzzCaller> callers, int seed, Func<Task> pass, Action<string> tell)
{
    private const int RequestsBetweenPasses = 500;
    private const int RequestsBetweenSigns = 5_000;
    private const int MostFindings = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Judge _judge = new(plan.Vendors);
    private int _sent;
    private int _sentTwice;

    public Coverage Coverage { get; } = new(plan.Routes);

    public ConcurrentQueue<string> Findings { get; } = new();

    /// <summary>How often an answer was so late that its request was sent once more.</summary>
    public int SentTwice => _sentTwice;

    /// <summary>Sends at least so many.</summary>
    public Task RunAsync(int requests) =>
        Task.WhenAll(callers.Select(caller => Task.Run(() => SendAsync(caller, (requests + callers.Count - 1) / callers.Count))));

    private async Task SendAsync(FuzzCaller caller, int count)
    {
        var things = new Things([.. callers.Select(each => each.KeyId), plan.SparedOwner]);
        var factory = new RequestMaker(plan, caller, new(unchecked((seed * 1009) + caller.Number)), things);
        using var connection = new RawConnection(plan.Server);
        for (var number = 0; number < count && Findings.Count < MostFindings; number++)
        {
            var draft = factory.Next();
            var (answer, hangs) = await AskAsync(connection, draft);
            Coverage.Count(draft, answer);
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

            await CountAsync();
        }
    }

    private async Task CountAsync()
    {
        var sent = Interlocked.Increment(ref _sent);
        if (sent % RequestsBetweenPasses == 0)
        {
            await pass();
        }

        if (sent % RequestsBetweenSigns == 0)
        {
            tell($"{sent} requests sent");
        }
    }

    /// <summary>Asks twice before it says that a request hangs: a machine that was held up is no fault of the console's.</summary>
    private async Task<(Answer? Answer, bool Hangs)> AskAsync(RawConnection connection, Draft draft)
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
                Interlocked.Increment(ref _sentTwice);
            }
        }

        return (null, true);
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
