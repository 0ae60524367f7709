using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;
using FsCheck.Fluent;

namespace AdminConsole.Tests.Keys.Listing;

public sealed class KeyCountsTests : CoreTest
{
    [Fact]
    public async Task Each_tab_counts_the_keys_that_it_lists()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeyAsync(organization, A.Settings("management", ManagementScopes.ReadKeys), KeyKind.Management);
        await Console.AddKeysAsync(await Console.CreateOrganizationAsync("globex"), new KeyDraft("of others"));
        await Console.AddKeysAsync(organization, Drafts().Sample(90));
        Clock.Now = A.Monday.AddDays(100);

        var counts = (await Console.Get<KeyCounts>().CountTabsAsync(A.Viewer(organization), organization, CancellationToken.None)).Value;

        foreach (var tab in Enum.GetValues<KeyTab>())
        {
            var query = tab.Narrow(new(organization));
            var listed = (await Console.Get<KeyQueries>().ListAsync(A.Viewer(organization), query, CancellationToken.None)).Value;
            Assert.Equal((tab, listed.Total), (tab, counts[tab]));
            Assert.NotEqual(0, listed.Total);
        }
    }

    [Fact]
    public async Task Management_keys_are_counted_in_their_own_tab_alone()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeyAsync(organization, A.Settings("management", ManagementScopes.ReadKeys), KeyKind.Management);

        var counts = (await Console.Get<KeyCounts>().CountTabsAsync(A.Viewer(organization), organization, CancellationToken.None)).Value;

        Assert.Equal([KeyTab.Management], Enum.GetValues<KeyTab>().Where(tab => counts[tab] > 0));
    }

    [Fact]
    public async Task Who_may_not_read_the_keys_gets_no_counts()
    {
        var organization = await Console.CreateOrganizationAsync();
        var globex = await Console.CreateOrganizationAsync("globex");

        var bySupport = await Console.Get<KeyCounts>().CountTabsAsync(A.Support(), organization, CancellationToken.None);
        var byStranger = await Console.Get<KeyCounts>().CountTabsAsync(A.Viewer(globex), organization, CancellationToken.None);

        Assert.Equal(KeyFailures.MayNotRead, Assert.Single(bySupport.Failures));
        Assert.Equal(KeyFailures.OrganizationNotFound, Assert.Single(byStranger.Failures));
    }

    private static FsCheck.Gen<KeyDraft> Drafts() =>
        from expires in Gen.Elements<DateTimeOffset?>(null, A.Monday.AddDays(5), A.Monday.AddDays(105), A.Monday.AddDays(200))
        from used in Gen.Elements<DateTimeOffset?>(null, A.Monday.AddDays(1), A.Monday.AddDays(99))
        from enabled in Gen.Elements(true, true, false)
        from revoked in Gen.Elements(false, false, true)
        select new KeyDraft { ExpiresAt = expires, LastUsedAt = used, Enabled = enabled, Revoked = revoked };
}
