using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Listing;

public sealed class KeyDetailsListTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Shows_of_each_key_what_it_shows_of_one()
    {
        var project = await Console.AddProjectAsync(_acme);
        var owner = await Console.AddOwnerAsync(_acme);
        var first = await Console.AddKeyAsync(_acme, A.Settings("first") with { OwnerId = owner, ProjectIds = [project], Claims = """{"a":1}""" });
        var second = await Console.AddKeyAsync(_acme, A.Settings("second") with { Description = "the other" });

        var page = await ListAsync(new(_acme));

        Assert.Equal([second.KeyId, first.KeyId], page.Value.Keys.Select(key => key.Id));
        Assert.Empty(KeyDiff.Between((await Console.DetailsAsync(first)).Settings, page.Value.Keys[1].Settings));
        Assert.Equal(("Deploy team", "Payments"), (page.Value.Keys[1].Owner?.Name, page.Value.Keys[1].Projects.Single().Name));
        Assert.Equal((null, "the other"), (page.Value.Keys[0].Owner, page.Value.Keys[0].Settings.Description));
    }

    [Fact]
    public async Task Leaves_out_as_many_as_are_asked_for_and_counts_all()
    {
        await Console.AddKeysAsync(_acme, Enumerable.Range(1, KeyPage.CountedUpTo + 5).Select(number => new KeyDraft($"key {number}")));

        var page = await ListAsync(new(_acme) { Offset = 3, Limit = 2, CountUpTo = int.MaxValue });
        var last = await ListAsync(new(_acme) { Offset = KeyPage.CountedUpTo + 4, Limit = 2 });

        Assert.Equal(["key 1002", "key 1001"], page.Value.Keys.Select(key => key.Settings.Name));
        Assert.Equal((1005, 1001), (page.Value.Total, last.Value.Total));
        Assert.Equal("key 1", last.Value.Keys.Single().Settings.Name);
    }

    [Fact]
    public async Task Shows_all_that_match_on_whichever_page_in_the_order_of_the_list()
    {
        const int count = (2 * KeyQuery.MaxLimit) + 1;
        await Console.AddKeysAsync(_acme, Enumerable.Range(1, count).Select(number => new KeyDraft($"key {number}")));
        await Console.AddKeyAsync(await Console.CreateOrganizationAsync("other"), A.Settings("key of theirs"));
        await Console.AddKeyAsync(_acme, A.Settings("no match"));

        var all = await Console.Get<KeyQueries>()
            .ListAllDetailsAsync(A.Viewer(_acme), new(_acme) { Name = "key", Limit = 2 }, CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, count).Reverse().Select(number => $"key {number}"), all.Value.Select(key => key.Settings.Name));
    }

    [Fact]
    public async Task Finds_the_keys_of_an_owner_by_the_name_that_others_have_for_it()
    {
        var other = await Console.CreateOrganizationAsync("other");
        await CreateAsync(_acme, "ours", "user_1");
        await CreateAsync(_acme, "another's", "user_2");
        await CreateAsync(other, "theirs", "user_1");
        await Console.AddKeyAsync(_acme, A.Settings("nobody's"));

        Assert.Equal(["ours"], (await ListAsync(new(_acme) { OwnerExternalId = "user_1" })).Value.Keys.Select(key => key.Settings.Name));
        Assert.Empty((await ListAsync(new(_acme) { OwnerExternalId = "user_3" })).Value.Keys);
        Assert.Equal(["nobody's"], (await ListAsync(new(_acme) { OwnerExternalId = _acme.ToString() })).Value.Keys.Select(key => key.Settings.Name));
    }

    [Fact]
    public async Task Finds_a_part_of_a_name_in_names_alone()
    {
        await Console.AddKeyAsync(_acme, A.Settings("Billing 100%") with { Tags = ["deploy"] });
        await Console.AddKeyAsync(_acme, A.Settings("deploy") with { Description = "billing" });

        Assert.Equal("Billing 100%", (await ListAsync(new(_acme) { Name = "bill" })).Value.Keys.Single().Settings.Name);
        Assert.Equal("Billing 100%", (await ListAsync(new(_acme) { Name = "0%" })).Value.Keys.Single().Settings.Name);
        Assert.Equal("deploy", (await ListAsync(new(_acme) { Name = "deploy" })).Value.Keys.Single().Settings.Name);
        Assert.Equal("search.too_long", (await ListAsync(new(_acme) { Name = new('x', KeyQuery.SearchMaxLength + 1) })).Failures.Single().Code);
    }

    [Fact]
    public async Task Refuses_who_may_not_read()
    {
        var other = await Console.CreateOrganizationAsync("other");

        var refused = await Console.Get<KeyQueries>().ListDetailsAsync(A.Admin(other), new(_acme), CancellationToken.None);

        var all = await Console.Get<KeyQueries>().ListAllDetailsAsync(A.Admin(other), new(_acme), CancellationToken.None);

        Assert.Equal(KeyFailures.OrganizationNotFound, refused.Failures.Single());
        Assert.Equal(KeyFailures.OrganizationNotFound, all.Failures.Single());
    }

    private Task<Result<KeyDetailsList>> ListAsync(KeyQuery query) =>
        Console.Get<KeyQueries>().ListDetailsAsync(A.Viewer(_acme), query, CancellationToken.None);

    private async Task CreateAsync(Id<Organization> organization, string name, string owner)
    {
        var command = new CreateKey(organization, A.Settings(name)) { Owner = new(OwnerKind.User, owner) };
        Assert.True((await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(organization), command, CancellationToken.None)).Succeeded);
    }
}
