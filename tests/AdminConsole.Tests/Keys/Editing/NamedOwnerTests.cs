using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class NamedOwnerTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task An_owner_named_for_the_first_time_is_added_and_audited()
    {
        var key = await CreateAsync("user_1");

        var owner = (await Console.DetailsAsync(new(_acme, key.Value.Id))).Owner;
        Assert.Equal((OwnerKind.User, "user_1", "user_1"), (owner!.Kind, owner.ExternalId, owner.Name));
        var rows = await DatabaseContents.ReadAsync(Database.Directory);
        Assert.Single(
            rows,
            row => row.StartsWith("AuditEntries:", StringComparison.Ordinal) && row.Contains("owner.created", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_owner_named_again_is_the_same_in_its_organization_alone()
    {
        var known = await Console.AddOwnerAsync(_acme);
        var other = await Console.CreateOrganizationAsync("other");
        await Console.AddOwnerAsync(other, "user_1");

        var first = await CreateAsync("user_1");
        var second = await CreateAsync("user_1");
        var team = await CreateAsync("team_Deploy_team");

        var (ofFirst, ofSecond, ofTeam) = (await OwnerAsync(first), await OwnerAsync(second), await OwnerAsync(team));
        Assert.Equal(ofFirst, ofSecond);
        Assert.Equal((known, OwnerKind.Team), (ofTeam.Id, ofTeam.Kind));
    }

    [Fact]
    public async Task An_edit_may_move_a_key_to_an_owner_that_is_new()
    {
        var key = new KeyTarget(_acme, (await CreateAsync("user_1")).Value.Id);

        var edited = await Console.Get<EditKeyHandler>().EditAsync(
            A.Admin(_acme), new(key, 1, new()) { Owner = new(OwnerKind.Organization, "org_9") }, CancellationToken.None);

        var after = await Console.DetailsAsync(key);
        Assert.Equal((2, "org_9", OwnerKind.Organization), (edited.Value, after.Owner?.ExternalId, after.Owner?.Kind));
    }

    [Fact]
    public async Task A_change_that_is_refused_adds_no_owner()
    {
        var key = await Console.AddKeyAsync(_acme);
        var nameless = new CreateKey(_acme, A.Settings("")) { Owner = new(OwnerKind.User, "user_1") };
        var unnamed = new EditKey(key, 1, new() { Name = "" }) { Owner = new(OwnerKind.User, "user_1") };
        var unspeakable = new CreateKey(_acme, A.Settings()) { Owner = new(OwnerKind.User, "user_\u202e1") };

        await AssertRefusedAsync(
            () => Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), nameless, default), (KeyFields.Name, "text.length"));
        await AssertRefusedAsync(() => Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), unnamed, default), (KeyFields.Name, "text.length"));
        await AssertRefusedAsync(
            () => Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), unspeakable, default),
            (KeyFields.Owner, "text.characters"));
        await AssertRefusedAsync(
            () => Console.Get<CreateKeyHandler>().CreateAsync(A.Viewer(_acme), nameless, default),
            (null, KeyFailures.MayNotWrite.Code));
    }

    private Task<Result<CreatedKey>> CreateAsync(string owner) => Console.Get<CreateKeyHandler>().CreateAsync(
        A.Admin(_acme), new(_acme, A.Settings()) { Owner = new(OwnerKind.User, owner) }, CancellationToken.None);

    private async Task<OwnerSummary> OwnerAsync(Result<CreatedKey> key) => (await Console.DetailsAsync(new(_acme, key.Value.Id))).Owner!;
}
