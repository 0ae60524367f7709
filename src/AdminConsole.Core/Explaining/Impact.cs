using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Explaining;

/// <summary>What an edit would have done to the requests of late.</summary>
/// <param name="From">The oldest request that was replayed; null when there was none.</param>
/// <param name="Until">When it was replayed.</param>
/// <param name="SampleSize">How many requests were replayed.</param>
/// <param name="IsComplete">Whether these are all that there were since <paramref name="From"/>.</param>
/// <param name="Lines">What would be answered otherwise, the most frequent first, at most <see cref="MaxLines"/>.</param>
public sealed record Impact(
    DateTimeOffset? From,
    DateTimeOffset Until,
    long SampleSize,
    bool IsComplete,
    long NewlyRefused,
    long NewlyAllowed,
    IReadOnlyList<ImpactLine> Lines)
{
    public const int MaxLines = 100;

    /// <summary>Replays requests before and after an edit as if they came now. Pure.</summary>
    internal static Impact Of(KeySnapshot before, KeySnapshot after, PastUses past, DateTimeOffset now)
    {
        var (old, @new) = (new Replay(before, past, now), new Replay(after, past, now));
        var lines = past.Uses
            .Select(use => (Use: use, Before: old.Decide(use), After: @new.Decide(use)))
            .Where(replayed => (replayed.Before is DecisionCode.Valid) != (replayed.After is DecisionCode.Valid))
            .GroupBy(replayed => (
                Address: replayed.Use.Request.ClientIp?.ToString(),
                Scopes: ScopeSet.ToText(replayed.Use.Request.Scopes),
                replayed.Before,
                replayed.After))
            .Select(group => ImpactLine.Of(group.Key.Address, group.Key.Scopes, (
                group.Key.Before,
                group.Key.After), group.Select(replayed => replayed.Use.Count)))
            .OrderByDescending(line => line.Count)
            .ThenByDescending(line => line.LastSeen)
            .ToList();
        return new(
            past.Uses.Min(use => (DateTimeOffset?)use.Count.FirstSeen),
            now,
            past.Uses.Sum(use => use.Count.Count),
            past.IsComplete,
            lines.Where(line => line.Before is DecisionCode.Valid).Sum(line => line.Count),
            lines.Where(line => line.After is DecisionCode.Valid).Sum(line => line.Count),
            [.. lines.Take(MaxLines)]);
    }

    /// <summary>One policy that answers the requests in their order; the hourly limit is counted along, hour by hour.</summary>
    private sealed class Replay(KeySnapshot key, PastUses past, DateTimeOffset now)
    {
        private readonly KeyPolicy _policy =
            (past.KnowsWholeRequests ? key : WithoutWhatIsNotKnown(key)).ToPolicy(version: 0, organizationSuspended: false);
        private readonly Dictionary<(ClientAddress? Address, long Hour), int> _allowed = [];

        public DecisionCode Decide(PastUse use)
        {
            var window = (use.Request.ClientIp, use.Count.FirstSeen.ToUnixTimeSeconds() / 3600);
            var count = _allowed.GetValueOrDefault(window);
            var code = PolicyEvaluator.Evaluate(_policy, use.Request with { VerificationsThisHour = count }, now).Code;
            _allowed[window] = code is DecisionCode.Valid ? count + 1 : count;
            return code;
        }

        // The edit leaves these as they are, and so they answer as they did.
        private static KeySnapshot WithoutWhatIsNotKnown(KeySnapshot key) => key with
        {
            Settings = key.Settings with { ProjectIds = [], Resources = [], Referrers = [], Limits = KeyLimits.None },
        };
    }
}

/// <summary>Requests that an edit would answer otherwise.</summary>
/// <param name="Address">Null for those that named none.</param>
/// <param name="Scopes">What they asked for.</param>
/// <param name="Before">What the key's policy of now answers.</param>
/// <param name="After">What the edited policy would.</param>
public sealed record ImpactLine(
    string? Address,
    IReadOnlyList<string> Scopes,
    DecisionCode Before,
    DecisionCode After,
    long Count,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen)
{
    internal static ImpactLine Of(string? address, string scopes, (DecisionCode Before, DecisionCode After) codes, IEnumerable<UsageCount> counts)
    {
        var sum = counts.Aggregate((all, count) => all.Plus(count));
        return new(address, ScopeSet.Parse(scopes), codes.Before, codes.After, sum.Count, sum.FirstSeen, sum.LastSeen);
    }
}
