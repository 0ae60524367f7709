namespace AdminConsole.Usage;

/// <summary>
/// What one block will hold: events one by one, and, when there are more than that, counts. Its tally follows from these two
/// alone, so that reading the block again counts the same.
/// </summary>
internal sealed class UsageBatch(int maxEvents, int maxTuples)
{
    /// <summary>Text that events of one batch may hold on average; those with more use up the places of others.</summary>
    internal const int TextPerEvent = 512;

    private readonly long _maxText = (long)maxEvents * TextPerEvent;
    private readonly List<UsageEvent> _events = [];
    private readonly UsageTally _overflow = new(maxTuples);
    private long _text;

    public UsageBatch(IEnumerable<UsageEvent> events, IEnumerable<KeyValuePair<UsageTuple, UsageCount>> overflow)
        : this(int.MaxValue, int.MaxValue)
    {
        foreach (var use in events)
        {
            Add(use);
        }

        foreach (var (tuple, count) in overflow)
        {
            Add(tuple, count);
        }
    }

    public IReadOnlyList<UsageEvent> Events => _events;

    /// <summary>Counts of what is not among the events.</summary>
    public UsageTally Overflow => _overflow;

    /// <summary>Counts of all.</summary>
    public UsageTally Tally { get; } = new();

    public bool IsEmpty => Tally.Count == 0;

    public void Add(in UsageEvent use)
    {
        var text = use.TextLength;
        var tuple = UsageTuple.Of(use);
        if (_events.Count >= maxEvents || _text + text > _maxText)
        {
            Add(tuple, UsageCount.One(use.At));
            return;
        }

        _text += text;
        _events.Add(use);
        Tally.Add(tuple, UsageCount.One(use.At));
    }

    public void Add(UsageTuple tuple, UsageCount count) => Tally.Add(_overflow.Add(tuple, count), count);

    /// <summary>Empties it, to be filled again: the room that is made once is kept.</summary>
    public void Clear()
    {
        _events.Clear();
        _overflow.Clear();
        Tally.Clear();
        _text = 0;
    }

    /// <summary>Puts the events in the order of time; their places in it are their names.</summary>
    public void Close() => _events.Sort(static (left, right) => left.At.CompareTo(right.At));
}
