namespace AdminConsole.Client;

/// <summary>
/// Answers that may be acted on again, by the fingerprint of their question. Bounded: the one that was not asked for the longest makes way. An answer
/// that was on its way while its key changed is not kept, as nobody can tell whether it is from before.
/// </summary>
internal sealed class AnswerCache(AdminConsoleKeyConnection connection, TimeProvider clock)
{
    /// <summary>More do not come while an answer is on its way; if they do, it is not kept.</summary>
    private const int ChangesKept = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<KeptAnswer>> _byQuestion = new(StringComparer.Ordinal);
    private readonly LinkedList<KeptAnswer> _byUse = new();
    private readonly Queue<string?> _changed = new();
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
    public AdminConsoleKeyAnswer? Find(string question) => Find(question, beyond: TimeSpan.Zero);

    /// <summary>An answer that is good enough while the console cannot be asked.</summary>
    public AdminConsoleKeyAnswer? FindWhenDown(string question) => Find(question, connection.Options.AnswerFromCacheWhenDown);

    /// <summary>Keeps an answer that allows, and may be kept at all.</summary>
    /// <param name="asked">The timestamp from before asking: the answer may be as old as that.</param>
    /// <param name="changes"><see cref="Changes"/> from before asking.</param>
    public void Keep(string question, AdminConsoleKeyAnswer answer, long asked, long changes)
    {
        if (answer is not { Valid: true, MaxAgeSeconds: > 0 })
        {
            return;
        }

        lock (_lock)
        {
            if (!HasChanged(answer.Key?.Id, changes))
            {
                Remove(question);
                _byQuestion.Add(question, _byUse.AddFirst(new KeptAnswer(question, answer, asked)));
                MakeWay();
            }
        }
    }

    /// <summary>Forgets what is known of a key that changed.</summary>
    public void Forget(string keyId) => ForgetAbout(keyId);

    public void ForgetAll() => ForgetAbout(null);

    /// <param name="keyId">The key that changed; null for any.</param>
    private void ForgetAbout(string? keyId)
    {
        lock (_lock)
        {
            _changes++;
            _changed.Enqueue(keyId);
            if (_changed.Count > ChangesKept)
            {
                _changed.Dequeue();
            }

            foreach (var kept in _byUse.Where(kept => keyId is null || kept.Answer.Key?.Id == keyId).ToList())
            {
                Remove(kept.Question);
            }
        }
    }

    private AdminConsoleKeyAnswer? Find(string question, TimeSpan beyond)
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

    private bool HasChanged(string? keyId, long since)
    {
        var unheard = _changes - since;
        return unheard > _changed.Count || _changed.TakeLast((int)unheard).Any(changed => changed is null || changed == keyId);
    }

    private void Remove(string question)
    {
        if (_byQuestion.Remove(question, out var node))
        {
            _byUse.Remove(node);
        }
    }

    private void MakeWay()
    {
        if (_byQuestion.Count > connection.Options.CacheSize)
        {
            Remove(_byUse.Last!.Value.Question);
        }
    }

    private sealed record KeptAnswer(string Question, AdminConsoleKeyAnswer Answer, long Asked);
}
