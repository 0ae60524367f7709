namespace AdminConsole.Client;

/// <summary>
/// Answers that may be acted on again, by the fingerprint of their question. Bounded: the one that was not asked for the longest makes way. An answer
/// that was on its way while a key changed is not kept, as nobody can tell whether it is from before.
/// </summary>
internal sealed class KeptAnswers(ConsoleKeySettings settings, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<KeptAnswer>> _byQuestion = new(StringComparer.Ordinal);
    private readonly LinkedList<KeptAnswer> _byUse = new();
    private long _changes;

    /// <summary>Counts what was heard of changes. To be read before asking.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byQuestion.Count;
            }
        }
    }

    /// <summary>An answer as young as the console allows.</summary>
    public ConsoleKeyAnswer? Find(string question) => Find(question, beyond: TimeSpan.Zero);

    /// <summary>An answer that is good enough while the console cannot be asked.</summary>
    public ConsoleKeyAnswer? FindWhenDown(string question) => Find(question, settings.Options.AnswerFromCacheWhenDown);

    /// <summary>Keeps an answer that allows, and may be kept at all.</summary>
    /// <param name="asked">The timestamp from before asking: the answer may be as old as that.</param>
    /// <param name="changes"><see cref="Changes"/> from before asking.</param>
    public void Keep(string question, ConsoleKeyAnswer answer, long asked, long changes)
    {
        if (answer is not { Valid: true, MaxAgeSeconds: > 0 })
        {
            return;
        }

        lock (_lock)
        {
            if (changes == _changes)
            {
                Remove(question);
                _byQuestion.Add(question, _byUse.AddFirst(new KeptAnswer(question, answer, asked)));
                MakeWay();
            }
        }
    }

    /// <summary>Forgets what is known of a key that changed.</summary>
    public void Forget(string keyId) => Forget(kept => kept.Answer.Key?.Id == keyId);

    public void ForgetAll() => Forget(_ => true);

    private void Forget(Func<KeptAnswer, bool> outdated)
    {
        lock (_lock)
        {
            _changes++;
            foreach (var kept in _byUse.Where(outdated).ToList())
            {
                Remove(kept.Question);
            }
        }
    }

    private ConsoleKeyAnswer? Find(string question, TimeSpan beyond)
    {
        lock (_lock)
        {
            if (!_byQuestion.TryGetValue(question, out var node) || !IsGood(node.Value, beyond))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    private bool IsGood(KeptAnswer kept, TimeSpan beyond) =>
        clock.GetElapsedTime(kept.Asked) < TimeSpan.FromSeconds(kept.Answer.MaxAgeSeconds) + beyond
        && !(clock.GetUtcNow() >= kept.Answer.Key?.ExpiresAt);

    private void Remove(string question)
    {
        if (_byQuestion.Remove(question, out var node))
        {
            _byUse.Remove(node);
        }
    }

    private void MakeWay()
    {
        if (_byQuestion.Count > settings.Options.CacheSize)
        {
            Remove(_byUse.Last!.Value.Question);
        }
    }

    private sealed record KeptAnswer(string Question, ConsoleKeyAnswer Answer, long Asked);
}
