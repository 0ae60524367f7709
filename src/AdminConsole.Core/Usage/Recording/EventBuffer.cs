using System.Runtime.InteropServices;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>Where some of the threads leave their events. Held only for as long as it takes to add one, or to swap the list.</summary>
internal sealed class EventBuffer(int maxEvents, int maxCounts)
{
    private readonly Lock _gate = new();
    private readonly long _maxText = (long)maxEvents * EventBatch.TextPerEvent;
    private List<UsageEvent> _events = [];
    private List<UsageEvent> _spare = [];
    private UsageCounter _overflow = new(maxCounts);
    private long _text;

    /// <summary>Events and counts held at the moment.</summary>
    public (int Events, int Counts) Held
    {
        get
        {
            lock (_gate)
            {
                return (_events.Count, _overflow.Count);
            }
        }
    }

    public void Add(in UsageEvent use)
    {
        var text = use.TextLength;
        lock (_gate)
        {
            if (_events.Count < maxEvents && _text + text <= _maxText)
            {
                _text += text;
                _events.Add(use);
                return;
            }

            _overflow.Add(UsageDimensions.Of(use), UsageCount.One(use.At));
        }
    }

    public void Count(in UsageEvent use)
    {
        lock (_gate)
        {
            _overflow.Add(UsageDimensions.Of(use), UsageCount.One(use.At));
        }
    }

    /// <summary>Moves everything over. One caller at a time.</summary>
    public void DrainInto(EventBatch batch)
    {
        var (events, text, overflow) = Swap();
        batch.Add(CollectionsMarshal.AsSpan(events), text);
        foreach (var (dimensions, count) in overflow.Counts)
        {
            batch.Add(dimensions, count);
        }

        // The list is used again next time: its room is already made.
        events.Clear();
        _spare = events;
    }

    private (List<UsageEvent> Events, long Text, UsageCounter Overflow) Swap()
    {
        lock (_gate)
        {
            var taken = (_events, _text, _overflow);
            _events = _spare;
            _text = 0;
            _overflow = taken._overflow.Count == 0 ? _overflow : new(maxCounts);
            return taken;
        }
    }
}
