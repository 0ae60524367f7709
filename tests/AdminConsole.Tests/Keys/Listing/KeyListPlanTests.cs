using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Keys.Listing;

/// <summary>Each sort is read off an index, or a page of a large list would cost as much as all of it.</summary>
public sealed class KeyListPlanTests : CoreTest
{
    public static TheoryData<KeySort, bool, bool?> Pages =>
    [
        .. from sort in Enum.GetValues<KeySort>()
           from falling in new[] { true, false }
           from valued in sort is KeySort.Expires or KeySort.LastUsed ? new bool?[] { null, true, false } : [null, true]
           select (sort, falling, valued),
    ];

    // What expires within a period is found by its index, and is all that is sorted then.
    public static TheoryData<KeyTab, KeySort, bool> Tabs =>
    [
        .. from tab in Enum.GetValues<KeyTab>().Except([KeyTab.Expiring, KeyTab.Expired])
           from sort in Enum.GetValues<KeySort>()
           from falling in new[] { true, false }
           select (tab, sort, falling),
    ];

    /// <param name="sort">By what.</param>
    /// <param name="descending">In which direction.</param>
    /// <param name="valued">Whether the key that the page begins behind has a value; null for the first page.</param>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_sorts_the_whole_list(KeySort sort, bool descending, bool? valued)
    {
        var query = new KeyQuery(await Console.CreateOrganizationAsync()) { Sort = sort };
        var cursor = new KeyCursor(sort, descending, "ci-deploy", valued is true ? A.Monday.ToUnixTimeMilliseconds() : null, 50, Backwards: false);
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var matching = db.ApiKeys.Matching(query, A.Monday, TimeSpan.FromDays(14));

        var page = (valued is null ? matching : matching.Behind(cursor, descending))
            .InOrder(sort, descending).Select(key => new { key.Row, key.Description }).Take(51);

        var plan = await PlanAsync(db, page);
        Assert.False(plan.Contains("TEMP B-TREE", StringComparison.Ordinal) || plan.Contains("SCAN ", StringComparison.Ordinal), plan);
    }

    [Theory]
    [MemberData(nameof(Tabs))]
    public async Task No_tab_has_its_page_sort_the_whole_list(KeyTab tab, KeySort sort, bool descending)
    {
        var query = tab.Narrow(new(await Console.CreateOrganizationAsync()) { Sort = sort });
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();

        var page = db.ApiKeys.Matching(query, A.Monday, TimeSpan.FromDays(14))
            .InOrder(sort, descending).Select(key => new { key.Row, key.Description }).Take(51);

        var plan = await PlanAsync(db, page);
        Assert.False(plan.Contains("TEMP B-TREE", StringComparison.Ordinal) || plan.Contains("SCAN a", StringComparison.Ordinal), plan);
    }

    [Fact]
    public async Task No_count_of_a_tab_reads_the_rows_of_all_keys()
    {
        var organization = await Console.CreateOrganizationAsync();
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();

        var plan = await PlanAsync(db, KeyCounts.TabCounts(db, organization, A.Monday, TimeSpan.FromDays(14)));

        var reads = plan.Split('\n').Where(line => line.StartsWith("SEARCH a", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enum.GetValues<KeyTab>().Length, reads.Count);
        Assert.All(
            reads,
            read => Assert.True(
                read.Contains("USING COVERING INDEX", StringComparison.Ordinal) || read.Contains("AND ExpiresAt", StringComparison.Ordinal),
                plan));
    }

    private static async Task<string> PlanAsync<T>(ConsoleDbContext db, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', [.. lines, command.CommandText]);
    }
}
