using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>How often each route was asked, and what it answered: a run that finds nothing where it hardly went says nothing.</summary>
internal sealed partial class Coverage(IEnumerable<FuzzRoute> routes)
{
    private readonly IReadOnlyList<FuzzRoute> _routes = [.. routes.Distinct()];
    private readonly ConcurrentDictionary<Outcome, int> _counts = new();
    private readonly ConcurrentDictionary<string, int> _decisions = new();

    public int Requests => _counts.Values.Sum();

    public int Successes => _counts.Where(count => count.Key.IsSuccess).Sum(count => count.Value);

    /// <summary>Routes that take what they are asked for, and never did.</summary>
    public IReadOnlyList<string> HardlyTested =>
    [
        .. _routes.Where(route => route.CanSucceed && !_counts.Keys.Any(outcome => outcome.IsSuccess && outcome.Route == route.Name))
            .Select(route => route.Name),
    ];

    /// <summary>A line for each route, and one for all.</summary>
    public IEnumerable<string> Lines =>
    [
        .. _routes.Select(route => $"{route.Name}: {Table(_counts.Where(count => count.Key.Route == route.Name), outcome => outcome.Text)}"),
        $"Decisions: {Table(_decisions, code => code)}",
        $"All: {Table(_counts, outcome => outcome.Status)}",
    ];

    public void Count(Draft draft, Answer? answer)
    {
        Increment(_counts, new(draft.Route, draft.IsAtRoute, answer is null ? "cut" : answer.Status.ToString(CultureInfo.InvariantCulture)));
        if (answer is { Status: 200 })
        {
            foreach (Match code in Decision.Matches(answer.Text))
            {
                Increment(_decisions, code.Groups["code"].Value);
            }
        }
    }

    private static void Increment<T>(ConcurrentDictionary<T, int> counts, T what)
        where T : notnull => counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    private static string Table<T>(IEnumerable<KeyValuePair<T, int>> counts, Func<T, string> text) => string.Join(", ", counts
        .GroupBy(count => text(count.Key), count => count.Value)
        .OrderBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => $"{count.Key} × {count.Sum()}"));

    [GeneratedRegex("\"code\":\"(?<code>[A-Z_]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decision { get; }

    /// <param name="IsThere">Not when a changed method or path led elsewhere.</param>
    private sealed record Outcome(string Route, bool IsThere, string Status)
    {
        public bool IsSuccess => IsThere && Status[0] == '2';

        public string Text => IsThere ? Status : "elsewhere";
    }
}
