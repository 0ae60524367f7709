using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace AdminConsole.Tests.Keys.Listing;

public sealed class KeyListFilterTests : CoreTest
{
    private static readonly TimeSpan Warning = TimeSpan.FromDays(14);

    // Around every edge of a status, one millisecond to each side.
    private static readonly Gen<DateTimeOffset?> Moments = Gen.Elements<DateTimeOffset?>(
        null,
        A.Monday.AddDays(-30),
        A.Monday.AddMilliseconds(-1),
        A.Monday,
        A.Monday.AddMilliseconds(1),
        A.Monday.AddDays(3),
        (A.Monday + Warning).AddMilliseconds(-1),
        A.Monday + Warning,
        (A.Monday + Warning).AddMilliseconds(1));

    private static readonly Gen<KeyDraft> Drafts =
        from starts in Moments
        from expires in Moments
        from enabled in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from revoked in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        select new KeyDraft { StartsAt = starts, ExpiresAt = expires, Enabled = enabled, Revoked = revoked };

    [Fact]
    public async Task A_status_filter_finds_exactly_the_keys_that_have_the_status()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeysAsync(organization, Drafts.Sample(400));
        var all = await AllAsync(new(organization));

        foreach (var status in Enum.GetValues<KeyStatus>())
        {
            var found = await AllAsync(new(organization) { Statuses = [status] });

            Assert.Equal(all.Where(key => key.Status == status).Select(key => key.Row), found.Select(key => key.Row));
            Assert.NotEmpty(found);
        }
    }

    [Fact]
    public async Task Several_statuses_find_the_keys_that_have_any_of_them()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeysAsync(organization, Drafts.Sample(200));

        var found = await AllAsync(new(organization) { Statuses = [KeyStatus.Revoked, KeyStatus.Scheduled, KeyStatus.Expired] });

        Assert.Equal([KeyStatus.Expired, KeyStatus.Scheduled, KeyStatus.Revoked], found.Select(key => key.Status).Distinct().Order());
    }

    [Fact]
    public async Task Scope_tag_owner_and_project_narrow_the_list_together()
    {
        var organization = await Console.CreateOrganizationAsync();
        var owner = await Console.AddOwnerAsync(organization, "Payments");
        var project = await Console.AddProjectAsync(organization, "Checkout");
        var settings = A.Settings("wanted", "pay:read") with { Tags = ["prod"], OwnerId = owner, ProjectIds = [project] };
        await Console.AddKeyAsync(organization, settings);
        await Console.AddKeyAsync(organization, settings with { Name = "other tag", Tags = ["test"] });
        await Console.AddKeyAsync(organization, settings with { Name = "other owner", OwnerId = null });
        await Console.AddKeyAsync(organization, settings with { Name = "other scope", Scopes = ["pay:write"] });
        await Console.AddKeyAsync(organization, settings with { Name = "other project", ProjectIds = [] });

        var found = await AllAsync(new(organization) { Scope = "pay:read", Tag = "prod", OwnerId = owner, ProjectId = project });

        var key = Assert.Single(found);
        Assert.Equal(("wanted", "Payments"), (key.Name, key.OwnerName));
    }

    [Fact]
    public async Task A_kind_narrows_the_list_to_keys_of_that_kind()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeyAsync(organization, A.Settings("service"));
        await Console.AddKeyAsync(organization, A.Settings("management", ManagementScopes.ReadKeys), KeyKind.Management);

        var management = await AllAsync(new(organization) { Kinds = [KeyKind.Management] });
        var others = await AllAsync(new(organization) { Kinds = [KeyKind.Service, KeyKind.Managed] });

        Assert.Equal("management", Assert.Single(management).Name);
        Assert.Equal("service", Assert.Single(others).Name);
    }

    [Fact]
    public async Task Unused_keys_could_still_be_used_and_were_not_since_then_or_since_they_were_made()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeysAsync(
            organization,
            new KeyDraft("never"),
            new KeyDraft("just long enough") { LastUsedAt = A.Monday.AddDays(10) },
            new KeyDraft("not long enough") { LastUsedAt = A.Monday.AddDays(10).AddMilliseconds(1) },
            new KeyDraft("disabled") { Enabled = false },
            new KeyDraft("revoked") { Revoked = true },
            new KeyDraft("expired") { ExpiresAt = A.Monday.AddDays(40) },
            new KeyDraft("too new") { UpdatedAt = A.Monday.AddDays(11) });
        Clock.Now = A.Monday.AddDays(40);

        var unused = await AllAsync(new(organization) { UnusedForDays = 30, Sort = KeySort.LastUsed, Descending = false });
        var byName = await AllAsync(new(organization) { UnusedForDays = 30, Sort = KeySort.Name });

        Assert.Equal(["never", "disabled", "just long enough"], unused.Select(key => key.Name));
        Assert.Equal(["never", "just long enough", "disabled"], byName.Select(key => key.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3651)]
    public async Task Days_without_use_out_of_range_are_refused(int days)
    {
        var organization = await Console.CreateOrganizationAsync();

        var refused = await Console.Get<KeyQueries>().ListAsync(
            A.Viewer(organization), new(organization) { UnusedForDays = days }, CancellationToken.None);

        Assert.Equal(("unusedDays", "unused_days.range"), (Assert.Single(refused.Failures).Field, refused.Failures[0].Code));
    }

    private async Task<List<KeySummary>> AllAsync(KeyQuery query)
    {
        List<KeySummary> keys = [];
        KeyPage? page = null;
        do
        {
            page = (await Console.Get<KeyQueries>().ListAsync(
                A.Admin(query.OrganizationId), query with { Limit = KeyQuery.MaxLimit, Cursor = page?.Next }, CancellationToken.None)).Value;
            keys.AddRange(page.Keys);
        }
        while (page.Next is not null);

        return keys;
    }
}
