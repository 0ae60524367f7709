using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class EditKeyRefusalTests : CoreTest
{
    private static readonly KeyPatch Rename = new() { Name = "renamed" };

    private Id<Organization> _acme;

    private KeyTarget _key = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme, A.Settings(scopes: ["vm:read", "vm:write"]) with { AllowedCidrs = ["10.0.0.0/8"] });
    }

    [Fact]
    public async Task An_edit_from_an_older_version_is_stale_and_changes_nothing()
    {
        await EditAsync(A.Admin(_acme), 1, Rename);
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        var stale = await EditAsync(A.Admin(_acme), 1, new() { Name = "mine" });

        Assert.Equal(KeyFailures.Stale(2), Assert.Single(stale.Failures));
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task One_bad_field_and_nothing_changes()
    {
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        var refused = await EditAsync(A.Admin(_acme), 1, new() { Name = "good", Claims = "bad", AllowedCidrs = new(["10.0.0.0/8", "10.1"]) });

        Assert.Equal(["allowedCidrs/1", KeyFields.Claims], refused.Failures.Select(failure => failure.Field));
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Theory]
    [MemberData(nameof(KeySettingsFaultTests.Refused), MemberType = typeof(KeySettingsFaultTests))]
    public async Task Names_the_field_at_fault_and_changes_nothing(string what, KeySettings settings, string field, string code)
    {
        Assert.NotEqual("", what);
        var patch = KeyPatch.Between((await Console.DetailsAsync(_key)).Settings, settings);

        await AssertRefusedAsync(() => EditAsync(A.Admin(_acme), 1, patch), (field, code));
    }

    [Fact]
    public async Task Knows_no_owner_and_no_project_of_another_organization()
    {
        var other = await Console.CreateOrganizationAsync("other");
        var theirs = new KeyPatch { OwnerId = await Console.AddOwnerAsync(other), ProjectIds = new([await Console.AddProjectAsync(other)]) };

        await AssertRefusedAsync(
            () => EditAsync(A.Admin(_acme), 1, theirs), (KeyFields.Owner, "owner.not_found"), ("projectIds/0", "project.not_found"));
    }

    [Fact]
    public async Task Names_a_scope_that_the_catalogue_does_not_have()
    {
        await Console.ChangeAsync(db => db.Organizations.Single(found => found.Id == _acme).ScopeCatalogue.Add(new() { Scope = "vm:list" }));

        await AssertRefusedAsync(
            () => EditAsync(A.Admin(_acme), 1, new() { Scopes = new(["vm:read", "vm:list", "vm:drop"]) }), ("scopes/2", "scope.unknown"));
    }

    [Fact]
    public Task Clears_no_field_that_a_key_needs() => AssertRefusedAsync(
        () => EditAsync(A.Admin(_acme), 1, new() { Name = new(null), Scopes = new(null) }),
        (KeyFields.Name, "text.length"),
        (KeyFields.Scopes, "scopes.empty"));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public Task Names_a_version_that_is_not_the_newest(int version) =>
        AssertRefusedAsync(() => EditAsync(A.Admin(_acme), version, Rename), (KeyFields.Version, "key.stale"));

    [Fact]
    public async Task Refuses_who_may_not_and_changes_nothing()
    {
        var other = await Console.CreateOrganizationAsync("other");
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(KeyFailures.MayNotWrite, (await EditAsync(A.Viewer(_acme), 1, Rename)).Failures[0]);
        Assert.Equal(KeyFailures.MayNotWrite, (await EditAsync(A.Support(), 1, Rename)).Failures[0]);
        Assert.Equal(KeyFailures.OrganizationNotFound, (await EditAsync(A.Admin(other), 1, Rename)).Failures[0]);
        Assert.Equal(KeyFailures.NotFound, (await EditAsync(A.Admin(other), 1, Rename, _key with { OrganizationId = other })).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task A_managed_key_is_read_only()
    {
        await Console.ChangeAsync(
            db => db.Entry(db.ApiKeys.Single(key => key.Id == _key.KeyId)).Property(key => key.Kind).CurrentValue = KeyKind.Managed);
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(KeyFailures.Managed, (await EditAsync(A.Admin(_acme), 1, Rename)).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    private Task<Result<int>> EditAsync(Actor actor, int version, KeyPatch patch, KeyTarget? target = null) =>
        Console.Get<EditKeyHandler>().EditAsync(actor, new(target ?? _key, version, patch), CancellationToken.None);
}
