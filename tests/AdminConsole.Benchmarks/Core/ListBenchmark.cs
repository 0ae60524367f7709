using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;

namespace AdminConsole.Benchmarks.Core;

/// <summary>Pages of the list, in every sort and with filters, among many keys and among few.</summary>
internal sealed class ListBenchmark(Options options, Report report)
{
    private const int FewKeys = 10_000;

    private static readonly IReadOnlyList<(string Name, Func<KeyQuery, KeyQuery> Of)> Queries =
    [
        .. Enum.GetValues<KeySort>().Select(sort => ($"by {sort}", (Func<KeyQuery, KeyQuery>)(query => query with { Sort = sort }))),
        ("active", query => query with { Statuses = KeyStatuses.Usable }),
        ("with a scope", query => query with { Scope = "vm:read" }),
        ("with a tag", query => query with { Tag = "production" }),
        ("search, common", query => query with { Search = "checkout" }),
        ("search, nothing found", query => query with { Search = "zzzqqq" }),
    ];

    public async Task RunAsync(CancellationToken cancellation)
    {
        var few = await KnownKeys.PrepareAsync(FewKeys, cancellation);
        var many = await KnownKeys.PrepareAsync(options.ManyKeys, cancellation);
        await using var fewConsole = await CoreConsole.OpenAsync(few.Directory, cancellation);
        await using var manyConsole = await CoreConsole.OpenAsync(many.Directory, cancellation);
        var sizes = new Sizes(fewConsole, manyConsole, options.Repetitions);
        foreach (var (name, of) in Queries)
        {
            var took = await sizes.MeasureAsync(async (console, organization) =>
            {
                // The second page: that is where an offset would begin to cost.
                var finder = console.Get<KeyQueries>();
                var first = await finder.ListAsync(Actor.System, of(new(organization)), cancellation);
                await finder.ListAsync(Actor.System, of(new(organization)) with { Cursor = first.Value.Next }, cancellation);
            });
            report.Add(Figures.OfSizes($"two pages {name}, {options.ManyKeys:N0} keys : 10,000", took, Limit.AtMost(1.5)));
        }
    }
}
