using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Listing;

public sealed class KeyListPagingTests : CoreTest
{
    private const int Count = 130;
    private const int PageSize = 7;

    public static TheoryData<KeySort, bool> Orders =>
        [.. Enum.GetValues<KeySort>().SelectMany(sort => new[] { (sort, true), (sort, false) })];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Walking_forward_visits_each_key_once_in_order(KeySort sort, bool descending)
    {
        var query = await QueryAsync(sort, descending);

        var pages = await WalkAsync(query, page => page.Next);

        var visited = pages.SelectMany(page => page.Keys).ToList();
        Assert.Equal(Count, visited.Select(key => key.Row).Distinct().Count());
        Assert.Equal(InOrder(visited, sort, descending), visited.Select(key => key.Row));
        Assert.All(pages.SkipLast(1), page => Assert.Equal(PageSize, page.Keys.Count));
        Assert.Null(pages[0].Previous);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Walking_back_from_the_end_visits_the_same_keys_in_the_same_order(KeySort sort, bool descending)
    {
        var query = await QueryAsync(sort, descending);
        var forward = await WalkAsync(query, page => page.Next);

        var back = await WalkAsync(query with { Cursor = forward[^1].Previous }, page => page.Previous);

        var visited = back.AsEnumerable().Reverse().Concat([forward[^1]]).SelectMany(page => page.Keys).Select(key => key.Row);
        Assert.Equal(forward.SelectMany(page => page.Keys).Select(key => key.Row), visited);
        Assert.All(back, page => Assert.NotNull(page.Next));
        Assert.Null(back[^1].Previous);
    }

    [Fact]
    public async Task A_cursor_of_another_sort_is_refused()
    {
        var query = await QueryAsync(KeySort.Name, descending: false);
        var page = await Console.Get<KeyQueries>().ListAsync(A.Admin(query.OrganizationId), query, CancellationToken.None);

        var other = await Console.Get<KeyQueries>().ListAsync(
            A.Admin(query.OrganizationId), query with { Sort = KeySort.Expires, Cursor = page.Value.Next }, CancellationToken.None);

        Assert.Equal("cursor.invalid", Assert.Single(other.Failures).Code);
    }

    private async Task<KeyQuery> QueryAsync(KeySort sort, bool descending)
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeysAsync(organization, Enumerable.Range(0, Count).Select(Draft));
        await Console.AddKeysAsync(await Console.CreateOrganizationAsync("other"), new KeyDraft("of-nobody-here"));
        return new(organization) { Sort = sort, Descending = descending, Limit = PageSize };
    }

    // Few values, many keys: each sort meets runs of equal values longer than a page, and, where there may be none, runs of none.
    private static KeyDraft Draft(int index) => new($"key {index % 9}")
    {
        UpdatedAt = A.Monday.AddDays(index * 7 % 5),
        ExpiresAt = index % 3 == 0 ? null : A.Monday.AddDays(index * 11 % 6),
        LastUsedAt = index % 2 == 0 ? null : A.Monday.AddDays(-(index * 13 % 4)),
    };

    private async Task<List<KeyPage>> WalkAsync(KeyQuery query, Func<KeyPage, string?> step)
    {
        List<KeyPage> pages = [];
        for (var cursor = query.Cursor; pages.Count == 0 || cursor is not null; cursor = step(pages[^1]))
        {
            Assert.True(pages.Count <= Count, "The pages never end.");
            pages.Add(
                (await Console.Get<KeyQueries>().ListAsync(
                    A.Admin(query.OrganizationId), query with { Cursor = cursor }, CancellationToken.None)).Value);
        }

        return pages;
    }

    private static IEnumerable<long> InOrder(IEnumerable<KeySummary> keys, KeySort sort, bool descending)
    {
        var ascending = keys.OrderBy(key => sort is KeySort.Name ? key.Name : "", StringComparer.Ordinal)
            .ThenBy(key => Moment(key, sort))
            .ThenBy(key => key.Row)
            .Select(key => key.Row);
        return descending ? ascending.Reverse() : ascending;
    }

    private static DateTimeOffset? Moment(KeySummary key, KeySort sort) => sort switch
    {
        KeySort.Updated => key.UpdatedAt,
        KeySort.Expires => key.ExpiresAt,
        KeySort.LastUsed => key.LastUsedAt,
        _ => null,
    };
}
