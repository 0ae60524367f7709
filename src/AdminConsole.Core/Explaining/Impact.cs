using AdminConsole.Policies;
using AdminConsole.Usage;

namespace AdminConsole.Explaining;

/// <summary>What an edit would have done to the requests of late.</summary>
/// <param name="From">The oldest request that was replayed; null when there was none.</param>
/// <param name="Until">When it was replayed.</param>
/// <param name="SampleSize">How many requests were replayed.</param>
/// <param name="IsComplete">Whether these are all that are kept one by one.</param>
/// <param name="Lines">What would be answered otherwise, the most frequent first, at most <see cref="MaxLines"/>.</param>
public sealed record Impact(
    DateTimeOffset? From,
    DateTimeOffset Until,
    int SampleSize,
    bool IsComplete,
    long NewlyRefused,
    long NewlyAllowed,
    IReadOnlyList<ImpactLine> Lines)
{
    public const int MaxLines = 100;

    /// <summary>Replays requests under both policies as if they came now. The hourly limit is counted along, hour by hour. Pure.</summary>
    internal static Impact Of(KeyPolicy before, KeyPolicy after, ReplayedRequests requests, DateTimeOffset now)
    {
        var (old, @new) = (new Replay(before, now), new Replay(after, now));
        var changed = requests.OldestFirst
            .Select(use => (Use: use, Before: old.Decide(use), After: @new.Decide(use)))
            .Where(replayed => (replayed.Before is DecisionCode.Valid) != (replayed.After is DecisionCode.Valid))
            .ToList();
        var lines = changed
            .GroupBy(replayed => (Address: replayed.Use.Address?.ToString(), Scopes: ScopeSet.ToText(replayed.Use.Scopes), replayed.Before, replayed.After))
            .Select(group => new ImpactLine(
                group.Key.Address,
                ScopeSet.Parse(group.Key.Scopes),
                group.Key.Before,
                group.Key.After,
                group.LongCount(),
                group.Min(replayed => replayed.Use.At),
                group.Max(replayed => replayed.Use.At)))
            .OrderByDescending(line => line.Count)
            .ThenByDescending(line => line.LastSeen)
            .Take(MaxLines);
        return new(
            requests.OldestFirst.Count == 0 ? null : requests.OldestFirst[0].At,
            now,
            requests.OldestFirst.Count,
            requests.IsComplete,
            changed.Count(replayed => replayed.Before is DecisionCode.Valid),
            changed.Count(replayed => replayed.After is DecisionCode.Valid),
            [.. lines]);
    }

    private sealed class Replay(KeyPolicy policy, DateTimeOffset now)
    {
        private readonly Dictionary<(ClientAddress? Address, long Hour), int> _allowed = [];

        public DecisionCode Decide(UsageEvent use)
        {
            var window = (use.Address, use.At.ToUnixTimeSeconds() / 3600);
            var count = _allowed.GetValueOrDefault(window);
            var code = PolicyEvaluator.Evaluate(policy, use.ToRequest() with { VerificationsThisHour = count }, now).Code;
            _allowed[window] = code is DecisionCode.Valid ? count + 1 : count;
            return code;
        }
    }
}

/// <summary>Requests that an edit would answer otherwise.</summary>
/// <param name="Address">Null for those that named none.</param>
/// <param name="Scopes">What they asked for; empty too when it was too much to be kept.</param>
/// <param name="Before">What the key's policy of now answers.</param>
/// <param name="After">What the edited policy would.</param>
public sealed record ImpactLine(
    string? Address, IReadOnlyList<string> Scopes, DecisionCode Before, DecisionCode After, long Count, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>Recorded requests of one key.</summary>
/// <param name="IsComplete">Whether these are all that are kept.</param>
internal sealed record ReplayedRequests(IReadOnlyList<UsageEvent> OldestFirst, bool IsComplete);
