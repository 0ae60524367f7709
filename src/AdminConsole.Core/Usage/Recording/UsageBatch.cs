using System.Runtime.InteropServices;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>
/// What one block will hold: events one by one, and, when there are more than that, counts. What it counts follows from these two
/// alone, so that reading the block again counts the same.
/// </summary>
internal sealed class UsageBatch(int maxEvents, int maxTuples)
{
    /// <summary>Text that events of one batch may hold on average; those with more use up the places of others.</summary>
    internal const int TextPerEvent = 512;

    private readonly long _maxText = (long)maxEvents * TextPerEvent;
    private readonly List<UsageEvent> _events = [];
    private readonly UsageTally _overflow = new(maxTuples);
    private readonly UsageTally _tally = new();
    private int _tallied;
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

    /// <summary>Counts of all. Events are counted when it is asked for: of most batches nobody does.</summary>
    public UsageTally Tally
    {
        get
        {
            Count(EventSpan[_tallied..], _tally);
            _tallied = _events.Count;
            return _tally;
        }
    }

    public bool IsEmpty => _events.Count == 0 && _overflow.Count == 0;

    /// <summary>The events, to be gone through without a copy of each.</summary>
    public ReadOnlySpan<UsageEvent> EventSpan => CollectionsMarshal.AsSpan(_events);

    public void Add(in UsageEvent use)
    {
        var text = use.TextLength;
        if (_events.Count >= maxEvents || _text + text > _maxText)
        {
            Add(UsageTuple.Of(use), UsageCount.One(use.At));
            return;
        }

        _text += text;
        _events.Add(use);
    }

    /// <summary>Adds events that hold so much text together.</summary>
    public void Add(ReadOnlySpan<UsageEvent> events, long text)
    {
        if (_events.Count + events.Length <= maxEvents && _text + text <= _maxText)
        {
            _text += text;
            _events.AddRange(events);
            return;
        }

        foreach (ref readonly var use in events)
        {
            Add(use);
        }
    }

    public void Add(UsageTuple tuple, UsageCount count) => _tally.Add(_overflow.Add(tuple, count), count);

    /// <summary>Adds the counts of all to those of others.</summary>
    public void CountInto(UsageTally tally)
    {
        tally.Add(_overflow);
        Count(EventSpan, tally);
    }

    /// <summary>Empties it, to be filled again: the room that is made once is kept.</summary>
    public void Clear()
    {
        _events.Clear();
        _overflow.Clear();
        _tally.Clear();
        (_tallied, _text) = (0, 0);
    }

    /// <summary>Puts the events in the order of time; their places in it are their names. None comes after it.</summary>
    public void Close()
    {
        // All or none: which of them are counted is known by their places.
        _ = _tallied > 0 ? Tally : null;
        _events.Sort(static (left, right) => left.At.CompareTo(right.At));
    }

    private static void Count(ReadOnlySpan<UsageEvent> events, UsageTally tally)
    {
        foreach (ref readonly var use in events)
        {
            tally.Add(UsageTuple.Of(use), UsageCount.One(use.At));
        }
    }
}
