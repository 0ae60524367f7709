using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Tests.Usage;

namespace AdminConsole.Tests.Keys.Listing;

/// <summary>What lists make of uses that are not written down yet.</summary>
public sealed class ListedUseTests : UsageTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
    }

    [Fact]
    public async Task A_page_sorted_by_last_use_shows_the_use_that_it_is_sorted_by()
    {
        var use = await UseOfAsync(_key);
        Record(use);
        await FlushAsync();
        await RollUpAsync();
        Record(use with { At = A.Monday.AddSeconds(5) });

        var sorted = new KeyQuery(_acme) { Sort = KeySort.LastUsed };

        Assert.Equal(A.Monday, Assert.Single(await ListAsync(sorted)).LastUsedAt);
        Assert.Equal(A.Monday.AddSeconds(5), Assert.Single(await ListAsync(sorted with { AlwaysLatestUse = true })).LastUsedAt);
        Assert.Equal(A.Monday.AddSeconds(5), Assert.Single(await ListAsync(sorted with { Sort = KeySort.Name })).LastUsedAt);
    }

    [Fact]
    public async Task A_key_used_a_second_ago_is_not_listed_among_unused_ones()
    {
        Clock.Now = A.Monday.AddDays(40);
        var unused = new KeyQuery(_acme) { UnusedForDays = 30 };
        var before = await ListAsync(unused);

        Record(await UseOfAsync(_key) with { At = Clock.Now });

        Assert.Single(before);
        Assert.Empty(await ListAsync(unused));
    }

    private async Task<IReadOnlyList<KeySummary>> ListAsync(KeyQuery query) =>
        (await Get<KeyQueries>().ListAsync(A.Viewer(_acme), query, CancellationToken.None)).Value.Keys;
}
