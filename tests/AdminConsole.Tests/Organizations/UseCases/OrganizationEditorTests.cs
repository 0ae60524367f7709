using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Organizations.UseCases;

public sealed class OrganizationEditorTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync("acme", "vm:read", "vm:edit");
    }

    [Fact]
    public async Task What_is_left_out_stays_and_null_takes_a_rule_away()
    {
        await EditAsync(1, new() { MaxKeyLifetimeDays = 90, RequiredTags = new(["prod"]) });
        await EditAsync(2, new() { ExpiryWarningDays = 7 });

        var both = await ReadAsync();
        await EditAsync(3, new() { MaxKeyLifetimeDays = new(null), ExpiryWarningDays = new(null) });
        var less = await ReadAsync();

        Assert.Equal((90, 7, "prod", 3), (both.MaxKeyLifetimeDays, both.ExpiryWarningDays, both.RequiredTags.Single(), both.Version));
        Assert.Equal((null, 14, "prod", 4), (less.MaxKeyLifetimeDays, less.ExpiryWarningDays, less.RequiredTags.Single(), less.Version));
    }

    [Fact]
    public async Task Says_in_the_audit_what_was_changed_and_nothing_when_nothing_was()
    {
        await EditAsync(1, new() { RequiresAllowedNetwork = true });
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(2, (await EditAsync(2, new() { RequiresAllowedNetwork = true })).Value.Version);

        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
        Assert.Contains(
            "requiresAllowedNetwork",
            Assert.Single(before, row => row.Contains("organization.edited", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_every_fault()
    {
        var faulty = new OrganizationPatch { Name = "", ExpiryWarningDays = 366, MaxKeyLifetimeDays = 0, RequiredTags = new(["ok", ""]) };

        await AssertRefusedAsync(
            () => EditAsync(1, faulty),
            ("name", "text.length"),
            ("expiryWarningDays", "days.range"),
            ("maxKeyLifetimeDays", "days.range"),
            ("requiredTags/1", "text.length"));
    }

    [Fact]
    public async Task Replaces_the_catalogue_as_a_whole()
    {
        await ReplaceAsync(1, new("vm:edit", "Changes machines"), new("vm:new", null));

        var scopes = (await ReadAsync()).ScopeCatalogue.OrderBy(scope => scope.Scope, StringComparer.Ordinal)
            .Select(scope => (scope.Scope, scope.Description));
        Assert.Equal([("vm:edit", "Changes machines"), ("vm:new", "")], scopes);
    }

    [Fact]
    public async Task Names_every_fault_of_the_catalogue()
    {
        await AssertRefusedAsync(
            () => ReplaceAsync(1, new("a b", "x"), new("c", new('x', 201)), new("d", ""), new("d", "")),
            ("scopes/0/scope", "scope.characters"),
            ("scopes/1/description", "text.length"),
            ("scopes/3/scope", "scope.repeated"));
    }

    [Fact]
    public async Task Refuses_an_old_version_and_who_may_not()
    {
        var other = await Console.CreateOrganizationAsync("other");
        await EditAsync(1, new() { ExpiryWarningDays = 7 });

        await AssertRefusedAsync(() => EditAsync(1, new() { ExpiryWarningDays = 8 }), (null, "organization.stale"));
        await AssertRefusedAsync(() => ReplaceAsync(1), (null, "organization.stale"));
        await AssertRefusedAsync(() => EditAsync(2, new() { ExpiryWarningDays = 8 }, A.Admin(_acme)), (null, "organization.write_forbidden"));
        await AssertRefusedAsync(() => EditAsync(2, new() { ExpiryWarningDays = 8 }, A.Admin(other)), (null, "organization.not_found"));
    }

    private Task<Result<Organization>> EditAsync(int version, OrganizationPatch patch, Actor? actor = null) =>
        Console.Get<OrganizationEditor>().EditAsync(actor ?? Actor.System, new(_acme, version, patch), CancellationToken.None);

    private Task<Result<Organization>> ReplaceAsync(int version, params IReadOnlyList<CatalogueScope> scopes) =>
        Console.Get<ScopeCatalogueEditor>().ReplaceAsync(Actor.System, new(_acme, version, scopes), CancellationToken.None);

    private async Task<Organization> ReadAsync() =>
        (await Console.Get<OrganizationQueries>().GetAsync(Actor.System, _acme, CancellationToken.None)).Value;
}
