using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>
/// Takes note of verifications without delaying them: in memory, in several lists so that threads do not wait for each other.
/// When nobody takes the events away, the lists fill up and further ones are only counted.
/// </summary>
public sealed class UsageRecorder
{
    private readonly UsageStripe[] _stripes;

    public UsageRecorder(IOptions<UsageSettings> settings)
    {
        // Threads do not spread evenly: each list takes twice its share before it only counts.
        var stripes = 2 * Environment.ProcessorCount;
        var (events, tuples) = (2 * settings.Value.MaxPendingEvents / stripes, 2 * settings.Value.MaxPendingTuples / stripes);
        _stripes = [.. Enumerable.Range(0, stripes).Select(_ => new UsageStripe(events, tuples))];
    }

    /// <summary>Takes note of nothing: for the benchmarks, which measure what taking note costs.</summary>
    internal bool IsResting { get; set; }

    /// <summary>Events and tuples that wait to be taken away.</summary>
    internal (int Events, int Tuples) Held =>
        _stripes.Select(stripe => stripe.Held).Aggregate((sum, held) => (sum.Events + held.Events, sum.Tuples + held.Tuples));

    public void Record(in UsageEvent use)
    {
        if (!IsResting)
        {
            Stripe.Add(use);
        }
    }

    /// <summary>Counts the use without keeping the event itself.</summary>
    public void Count(in UsageEvent use)
    {
        if (!IsResting)
        {
            Stripe.Count(use);
        }
    }

    /// <summary>Moves everything over. One caller at a time.</summary>
    internal void DrainInto(UsageBatch batch)
    {
        foreach (var stripe in _stripes)
        {
            stripe.DrainInto(batch);
        }
    }

    private UsageStripe Stripe => _stripes[(uint)Environment.CurrentManagedThreadId % (uint)_stripes.Length];
}
