using System.Security.Cryptography;

namespace AdminConsole.Client;

/// <summary>Answers from memory what may be answered so, and asks the console for the rest; the same question is asked once at a time.</summary>
internal sealed class KeyVerifier(ConsoleQuestions console, KeptAnswers answers, TimeProvider clock)
{
    /// <summary>How long a console that did not answer is left in peace, so that a slow one does not slow down every request.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Question, long Changes), Task<Reply>> _asking = [];
    private Failure? _lastFailure;

    private bool IsResting => Volatile.Read(ref _lastFailure) is { } failure && clock.GetElapsedTime(failure.At) < Rest;

    public async Task<Reply> VerifyAsync(ConsoleKeyQuestion question, CancellationToken cancellation)
    {
        var json = question.ToJson();

        // A fingerprint: memory holds no secret for longer than its request.
        var fingerprint = Convert.ToHexString(SHA256.HashData(json));
        if (answers.Find(fingerprint) is { } fresh)
        {
            return new(ReplyKind.Answered, fresh);
        }

        var reply = IsResting ? new(ReplyKind.Down) : await AskOnceAsync(fingerprint, json).WaitAsync(cancellation);
        return reply.Kind is ReplyKind.Down && answers.FindWhenDown(fingerprint) is { } older ? new(ReplyKind.Answered, older) : reply;
    }

    private Task<Reply> AskOnceAsync(string fingerprint, byte[] json)
    {
        // With what was heard of changes: whoever asks after one is not given an answer to a question from before it.
        var question = (fingerprint, answers.Changes);
        lock (_asking)
        {
            if (!_asking.TryGetValue(question, out var asking))
            {
                _asking.Add(question, asking = AskAsync(question, json));
            }

            return asking;
        }
    }

    private async Task<Reply> AskAsync((string Fingerprint, long Changes) question, byte[] json)
    {
        // The caller holds the lock, and has yet to enter this question.
        await Task.Yield();
        try
        {
            var asked = clock.GetTimestamp();
            var reply = await console.AskAsync(json);
            Note(reply, question, asked);
            return reply;
        }
        finally
        {
            lock (_asking)
            {
                _asking.Remove(question);
            }
        }
    }

    private void Note(Reply reply, (string Fingerprint, long Changes) question, long asked)
    {
        Volatile.Write(ref _lastFailure, reply.Kind is ReplyKind.Down ? new(clock.GetTimestamp()) : null);
        if (reply.Answer is { } answer)
        {
            answers.Keep(question.Fingerprint, answer, asked, question.Changes);
        }
    }

    private sealed record Failure(long At);
}
