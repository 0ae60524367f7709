using System.Security.Cryptography;

namespace AdminConsole.Client;

/// <summary>Answers from memory what may be answered so, and asks the console for the rest; the same question is asked once at a time.</summary>
internal sealed class KeyVerifier(ConsoleClient console, AnswerCache answers, ConsoleOutage outage, TimeProvider clock)
{
    private static readonly Task<Reply> Down = Task.FromResult(new Reply(ReplyKind.Down));

    private readonly Dictionary<(string Question, long Changes), Task<Reply>> _asking = [];

    public async Task<Reply> VerifyAsync(AdminConsoleKeyQuestion question, CancellationToken cancellation)
    {
        var json = question.ToJson();

        // A fingerprint: memory holds no secret for longer than its request.
        var fingerprint = Convert.ToHexString(SHA256.HashData(json));
        if (answers.Find(fingerprint) is { } fresh)
        {
            return new(ReplyKind.Answered, fresh);
        }

        var reply = await AskOnceAsync(fingerprint, json).WaitAsync(cancellation);
        return reply.Kind is ReplyKind.Down && answers.FindWhenDown(fingerprint) is { } older ? new(ReplyKind.Answered, older) : reply;
    }

    private Task<Reply> AskOnceAsync(string fingerprint, byte[] json)
    {
        // With what was heard of changes: whoever asks after one is not given an answer to a question from before it.
        var question = (fingerprint, answers.Changes);
        lock (_asking)
        {
            if (_asking.TryGetValue(question, out var asking))
            {
                return asking;
            }

            return outage.TryBegin() ? _asking[question] = AskAsync(question, json) : Down;
        }
    }

    private async Task<Reply> AskAsync((string Fingerprint, long Changes) question, byte[] json)
    {
        // The caller holds the lock, and has yet to enter this question.
        await Task.Yield();
        var isDown = true;
        try
        {
            var asked = clock.GetTimestamp();
            var reply = await console.AskAsync(json);
            isDown = reply.Kind is ReplyKind.Down;
            if (reply.Answer is { } answer)
            {
                answers.Keep(question.Fingerprint, answer, asked, question.Changes);
            }

            return reply;
        }
        finally
        {
            outage.Note(isDown);
            lock (_asking)
            {
                _asking.Remove(question);
            }
        }
    }
}
