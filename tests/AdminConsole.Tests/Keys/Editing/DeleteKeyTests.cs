using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class DeleteKeyTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Leaves_nothing_of_the_key_but_audit_entries_that_say_what_it_was()
    {
        var key = await RevokedAsync(A.Settings("billing", "vm:read") with { AllowedCidrs = ["10.0.0.0/8"], Tags = ["ci"] });

        Assert.True((await DeleteAsync(key)).Succeeded);

        var rows = await DatabaseContents.ReadAsync(Database.Directory);
        var entries = rows.Where(
            row => row.StartsWith("AuditEntries:", StringComparison.Ordinal)
                && row.Contains(key.KeyId.ToString(), StringComparison.Ordinal)).ToList();
        Assert.Equal(3, entries.Count);
        Assert.Contains(
            "vm:read",
            Assert.Single(entries, entry => entry.Contains("key.deleted", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        string[] tables = ["ApiKeys:", "KeyIndex:", "PolicyVersions:"];
        Assert.DoesNotContain(rows, row => tables.Any(table => row.StartsWith(table, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_secret_is_unknown_at_once()
    {
        var created = (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), new(_acme, A.Settings()), CancellationToken.None)).Value;
        var key = new KeyTarget(_acme, created.Id);
        await RevokeAsync(key);
        var known = Console.Get<CachedKeys>().Count;

        await DeleteAsync(key);

        var answer = Console.Get<VerificationService>().Verify(Actor.System, _acme, new(created.Secret.Reveal()));
        Assert.Equal(DecisionCode.NotFound, answer.Value.Decision.Code);
        Assert.Equal(known - 1, Console.Get<CachedKeys>().Count);
    }

    [Fact]
    public async Task Refuses_a_key_that_is_not_revoked_and_who_may_not()
    {
        var (live, revoked) = (await Console.AddKeyAsync(_acme), await RevokedAsync(A.Settings()));
        var other = await Console.CreateOrganizationAsync("other");

        await AssertRefusedAsync(() => DeleteAsync(live), (null, "key.not_revoked"));
        await AssertRefusedAsync(() => DeleteAsync(revoked, A.Viewer(_acme)), (null, KeyFailures.MayNotWrite.Code));
        await AssertRefusedAsync(() => DeleteAsync(revoked, A.Support()), (null, KeyFailures.MayNotWrite.Code));
        await AssertRefusedAsync(() => DeleteAsync(revoked, A.Admin(other)), (null, KeyFailures.OrganizationNotFound.Code));
        await AssertRefusedAsync(() => DeleteAsync(revoked with { OrganizationId = other }, A.Admin(other)), (null, KeyFailures.NotFound.Code));
    }

    private Task<Result<Id<ApiKey>>> DeleteAsync(KeyTarget target, Actor? actor = null) =>
        Console.Get<DeleteKeyHandler>().DeleteAsync(actor ?? A.Admin(_acme), target, CancellationToken.None);

    private async Task<KeyTarget> RevokedAsync(KeySettings settings)
    {
        var key = await Console.AddKeyAsync(_acme, settings);
        await RevokeAsync(key);
        return key;
    }

    private Task<Result<int>> RevokeAsync(KeyTarget key) =>
        Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(key, RevocationReason.Leaked), CancellationToken.None);
}
