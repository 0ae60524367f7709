using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class CreateKeyTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Keeps_every_setting()
    {
        var settings = A.Settings(scopes: ["vm:read", "vm:write"]) with
        {
            Description = "Deploys\nfrom CI",
            OwnerId = await Console.AddOwnerAsync(_acme),
            ProjectIds = [await Console.AddProjectAsync(_acme)],
            AllowedCidrs = ["10.0.0.0/8", "2001:db8::/32"],
            BlockedCidrs = ["10.9.0.0/16"],
            Resources = ["docs_*"],
            Referrers = ["*.example.com"],
            Limits = new(10, 20, "a=b"),
            Claims = """{"plan":"pro"}""",
            Tags = ["prod", "ci"],
            StartsAt = A.Monday.AddDays(1),
            ExpiresAt = A.Monday.AddDays(30),
        };

        var created = await CreateAsync(A.Admin(_acme), settings);
        var kept = await Console.DetailsAsync(new(_acme, created.Value.Id));

        Assert.Empty(KeyDiff.Between(settings, kept.Settings));
        Assert.Equal(settings.Scopes, kept.Settings.Scopes);
        Assert.Equal((1, "Ada", A.Monday), (kept.Version, kept.CreatedBy.Name, kept.CreatedAt));
    }

    [Theory]
    [InlineData(KeyKind.Service, SecretEnvironment.Live, "akc_live_")]
    [InlineData(KeyKind.Service, SecretEnvironment.Test, "akc_test_")]
    [InlineData(KeyKind.Management, SecretEnvironment.Live, "akc_mgmt_")]
    public async Task Gives_the_secret_once_and_keeps_none_of_it(KeyKind kind, SecretEnvironment environment, string prefix)
    {
        var created = await CreateAsync(A.Admin(_acme), A.Settings(scopes: "keys:read"), kind, environment);
        var secret = created.Value.Secret.Reveal();

        Assert.StartsWith(prefix, secret, StringComparison.Ordinal);
        Assert.DoesNotContain(await DatabaseContents.ReadAsync(Database.Directory), row => row.Contains(secret[9..21], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_a_secret_in_a_vendors_format_and_keeps_its_last_four_characters()
    {
        var created = await CreateAsync(new(_acme, A.Settings()) { Format = SecretFormat.StackTeam });

        var kept = await Console.DetailsAsync(new(_acme, created.Value.Id));
        Assert.Matches($"^sk_.{{45}}{created.Value.Id.Value:n}team1574ck4u7h[0-9a-f]{{8}}$", created.Value.Secret.Reveal());
        Assert.Equal(("stack_sk_team", created.Value.Secret.Reveal()[^4..]), (kept.SecretFormat, kept.Hint));
    }

    [Fact]
    public async Task Gives_a_management_key_the_consoles_own_secret_whatever_is_asked()
    {
        var created = await CreateAsync(
            new(_acme, A.Settings(scopes: ManagementScopes.ReadKeys), KeyKind.Management) { Format = SecretFormat.Algolia });

        Assert.StartsWith("akc_mgmt_", created.Value.Secret.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_a_key_without_scopes_or_already_expired_where_a_vendor_does()
    {
        var noScopes = A.Settings() with { Scopes = [] };
        var expired = A.Settings() with { ExpiresAt = A.Monday.AddDays(-1) };

        Assert.True((await CreateAsync(new(_acme, noScopes) { Exemptions = new() { NoScopes = true } })).Succeeded);
        Assert.True((await CreateAsync(new(_acme, expired) { Exemptions = new() { PastExpiry = true } })).Succeeded);
        await AssertRefusedAsync(
            () => CreateAsync(new(_acme, noScopes) { Exemptions = new() { PastExpiry = true } }), (KeyFields.Scopes, "scopes.empty"));
        await AssertRefusedAsync(
            () => CreateAsync(new(_acme, expired) { Exemptions = new() { NoScopes = true } }), (KeyFields.ExpiresAt, "expiry.past"));
    }

    [Fact]
    public async Task Writes_a_version_and_an_audit_entry()
    {
        await CreateAsync(A.Admin(_acme), A.Settings());

        var rows = await DatabaseContents.ReadAsync(Database.Directory);
        Assert.Single(rows, row => row.StartsWith("PolicyVersions:", StringComparison.Ordinal));
        Assert.Single(
            rows,
            row => row.StartsWith("AuditEntries:", StringComparison.Ordinal) && row.Contains("key.created", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_who_may_not_and_changes_nothing()
    {
        var other = await Console.CreateOrganizationAsync("other");
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(KeyFailures.MayNotWrite, (await CreateAsync(A.Viewer(_acme), A.Settings())).Failures[0]);
        Assert.Equal(KeyFailures.MayNotWrite, (await CreateAsync(A.Support(), A.Settings())).Failures[0]);
        Assert.Equal(KeyFailures.OrganizationNotFound, (await CreateAsync(A.Admin(other), A.Settings())).Failures[0]);
        Assert.Equal(KeyFailures.OrganizationNotFound, (await CreateAsync(Actor.Nobody, A.Settings())).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task Refuses_each_fault_and_changes_nothing()
    {
        var other = await Console.CreateOrganizationAsync("other");
        var theirs = A.Settings() with { OwnerId = await Console.AddOwnerAsync(other), ProjectIds = [await Console.AddProjectAsync(other)] };
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal([KeyFields.Name, KeyFields.Scopes], Fields(await CreateAsync(A.Admin(_acme), new())));
        Assert.Equal([KeyFields.Owner, "projectIds/0"], Fields(await CreateAsync(A.Admin(_acme), theirs)));
        Assert.Equal([KeyFields.Kind], Fields(await CreateAsync(A.Admin(_acme), A.Settings(), KeyKind.Managed)));
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Theory]
    [MemberData(nameof(KeySettingsFaultTests.Refused), MemberType = typeof(KeySettingsFaultTests))]
    public Task Names_the_field_at_fault_and_changes_nothing(string what, KeySettings settings, string field, string code)
    {
        Assert.NotEqual("", what);
        return AssertRefusedAsync(() => CreateAsync(A.Admin(_acme), settings), (field, code));
    }

    [Fact]
    public async Task Names_a_scope_that_the_catalogue_or_the_console_does_not_have()
    {
        await Console.ChangeAsync(db => db.Organizations.Single(found => found.Id == _acme).ScopeCatalogue.Add(new() { Scope = "vm:read" }));

        await AssertRefusedAsync(() => CreateAsync(A.Admin(_acme), A.Settings(scopes: ["vm:read", "vm:edit"])), ("scopes/1", "scope.unknown"));
        await AssertRefusedAsync(
            () => CreateAsync(A.Admin(_acme), A.Settings(scopes: [ManagementScopes.ReadKeys, "vm:read"]), KeyKind.Management),
            ("scopes/1", "scope.unknown"));
    }

    [Fact]
    public async Task A_management_key_makes_none_that_can_do_more_than_itself()
    {
        var writer = Actor.ForManagementKey(Id<ApiKey>.New(A.Monday).ToString(), "writer", _acme, [ManagementScopes.WriteKeys]);

        var more = await CreateAsync(writer, A.Settings(scopes: ManagementScopes.RevokeKeys), KeyKind.Management);
        var same = await CreateAsync(writer, A.Settings(scopes: ManagementScopes.WriteKeys), KeyKind.Management);

        Assert.Equal(KeyFailures.ExceedsActor, Assert.Single(more.Failures));
        Assert.True(same.Succeeded);
    }

    private static IEnumerable<string?> Fields(Result<CreatedKey> refused) => refused.Failures.Select(failure => failure.Field);

    private Task<Result<CreatedKey>> CreateAsync(CreateKey command) =>
        Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), command, CancellationToken.None);

    private Task<Result<CreatedKey>> CreateAsync(
        Actor actor, KeySettings settings, KeyKind kind = KeyKind.Service, SecretEnvironment environment = SecretEnvironment.Live) =>
        Console.Get<CreateKeyHandler>().CreateAsync(actor, new(_acme, settings, kind, environment), CancellationToken.None);
}
