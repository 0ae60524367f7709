using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>
/// Takes note of verifications without delaying them: in memory, in several lists so that threads do not wait for each other.
/// When nobody takes the events away, the lists fill up and further ones are only counted.
/// </summary>
public sealed class UsageRecorder
{
    private readonly EventBuffer[] _buffers;

    public UsageRecorder(IOptions<UsageOptions> settings)
    {
        // Threads do not spread evenly: each list takes twice its share before it only counts.
        var buffers = 2 * Environment.ProcessorCount;
        var (events, counts) = (2 * settings.Value.MaxPendingEvents / buffers, 2 * settings.Value.MaxPendingCounts / buffers);
        _buffers = [.. Enumerable.Range(0, buffers).Select(_ => new EventBuffer(events, counts))];
    }

    /// <summary>Takes note of nothing: for the benchmarks, which measure what taking note costs.</summary>
    internal bool IsResting { get; set; }

    /// <summary>Events and counts that wait to be taken away.</summary>
    internal (int Events, int Counts) Held =>
        _buffers.Select(buffer => buffer.Held).Aggregate((sum, held) => (sum.Events + held.Events, sum.Counts + held.Counts));

    public void Record(in UsageEvent use)
    {
        if (!IsResting)
        {
            Buffer.Add(use);
        }
    }

    /// <summary>Counts the use without keeping the event itself.</summary>
    public void Count(in UsageEvent use)
    {
        if (!IsResting)
        {
            Buffer.Count(use);
        }
    }

    /// <summary>Moves everything over. One caller at a time.</summary>
    internal void DrainInto(EventBatch batch)
    {
        foreach (var buffer in _buffers)
        {
            buffer.DrainInto(batch);
        }
    }

    private EventBuffer Buffer => _buffers[(uint)Environment.CurrentManagedThreadId % (uint)_buffers.Length];
}
