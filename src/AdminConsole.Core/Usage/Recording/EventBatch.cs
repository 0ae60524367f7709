using System.Runtime.InteropServices;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>
/// What one block will hold: events one by one, and, when there are more than that, counts. What it counts follows from these two
/// alone, so that reading the block again counts the same.
/// </summary>
internal sealed class EventBatch(int maxEvents, int maxCounts)
{
    /// <summary>Text that events of one batch may hold on average; those with more use up the places of others.</summary>
    internal const int TextPerEvent = 512;

    private readonly long _maxText = (long)maxEvents * TextPerEvent;
    private readonly List<UsageEvent> _events = [];
    private readonly UsageCounter _overflow = new(maxCounts);
    private readonly UsageCounter _counter = new();
    private int _counted;
    private long _text;

    public EventBatch(IEnumerable<UsageEvent> events, IEnumerable<KeyValuePair<UsageDimensions, UsageCount>> overflow)
        : this(int.MaxValue, int.MaxValue)
    {
        foreach (var use in events)
        {
            Add(use);
        }

        foreach (var (dimensions, count) in overflow)
        {
            Add(dimensions, count);
        }
    }

    public IReadOnlyList<UsageEvent> Events => _events;

    /// <summary>Counts of what is not among the events.</summary>
    public UsageCounter Overflow => _overflow;

    /// <summary>Counts of all. Events are counted when it is asked for: of most batches nobody does.</summary>
    public UsageCounter Counter
    {
        get
        {
            Count(EventSpan[_counted..], _counter);
            _counted = _events.Count;
            return _counter;
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
            Add(UsageDimensions.Of(use), UsageCount.One(use.At));
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

    public void Add(UsageDimensions dimensions, UsageCount count) => _counter.Add(_overflow.Add(dimensions, count), count);

    /// <summary>Adds the counts of all to those of others.</summary>
    public void CountInto(UsageCounter counter)
    {
        counter.Add(_overflow);
        Count(EventSpan, counter);
    }

    /// <summary>Empties it, to be filled again: the room that is made once is kept.</summary>
    public void Clear()
    {
        _events.Clear();
        _overflow.Clear();
        _counter.Clear();
        (_counted, _text) = (0, 0);
    }

    /// <summary>Puts the events in the order of time; their places in it are their names. None comes after it.</summary>
    public void Close()
    {
        // All or none: which of them are counted is known by their places.
        _ = _counted > 0 ? Counter : null;
        _events.Sort(static (left, right) => left.At.CompareTo(right.At));
    }

    private static void Count(ReadOnlySpan<UsageEvent> events, UsageCounter counter)
    {
        foreach (ref readonly var use in events)
        {
            counter.Add(UsageDimensions.Of(use), UsageCount.One(use.At));
        }
    }
}
