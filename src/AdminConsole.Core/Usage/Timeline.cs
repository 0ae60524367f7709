using System.Runtime.InteropServices;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Usage;

/// <summary>From when to count, and in steps of which length.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimelineSpan(DateTimeOffset Since, TimeSpan Step);

/// <summary>Counts what blocks hold, step by step.</summary>
internal sealed class Timeline(TimelineSpan span, Id<Organization> organization, long? keyRow)
{
    private readonly Dictionary<(long Step, DecisionCode Code), long> _counts = [];

    public void Add(UsageBatch? batch)
    {
        foreach (var use in batch?.Events ?? [])
        {
            Add(use.OrganizationId, use.KeyRow, use.Code, use.At, 1);
        }

        // What was only counted falls within one flush: its first moment stands for all.
        foreach (var (tuple, count) in batch?.Overflow.Counts ?? [])
        {
            Add(tuple.OrganizationId, tuple.KeyRow, tuple.Code, count.FirstSeen, count.Count);
        }
    }

    public List<TimedOutcome> Outcomes() =>
    [
        .. _counts
            .OrderBy(entry => entry.Key)
            .Select(entry => new TimedOutcome(span.Since + (span.Step * entry.Key.Step), entry.Key.Code, entry.Value)),
    ];

    private void Add(Id<Organization> ofOrganization, long ofKey, DecisionCode code, DateTimeOffset at, long count)
    {
        if (ofOrganization == organization && (keyRow is null || ofKey == keyRow) && at >= span.Since)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, ((at - span.Since).Ticks / span.Step.Ticks, code), out _) += count;
        }
    }
}
