using AdminConsole.Core.Auditing;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.History;

public sealed class KeyHistoryTests : CoreTest
{
    [Fact]
    public async Task Shows_the_newest_version_first_each_with_what_it_changed()
    {
        var organization = await Console.CreateOrganizationAsync();
        var key = await Console.AddKeyAsync(organization);
        await Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(organization), key, CancellationToken.None);
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(organization), new(key, RevocationReason.Leaked), CancellationToken.None);

        var history = await Console.Get<KeyQueries>().HistoryAsync(A.Viewer(organization), key, limit: 10, CancellationToken.None);

        Assert.Equal([AuditActions.KeyRevoked, AuditActions.KeyDisabled, AuditActions.KeyCreated], history.Value.Select(version => version.Action));
        Assert.Equal(["revoked", "enabled"], history.Value.Take(2).Select(version => Assert.Single(version.Changes).Field));
        Assert.Equal(["Leaked"], history.Value[0].Changes[0].After);
    }

    [Fact]
    public async Task A_part_of_the_history_still_compares_its_oldest_version_with_the_one_before()
    {
        var organization = await Console.CreateOrganizationAsync();
        var key = await Console.AddKeyAsync(organization);
        await Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(organization), key, CancellationToken.None);

        var history = await Console.Get<KeyQueries>().HistoryAsync(A.Admin(organization), key, limit: 1, CancellationToken.None);

        var newest = Assert.Single(history.Value);
        Assert.Equal("enabled", Assert.Single(newest.Changes).Field);
    }

    [Fact]
    public async Task A_key_of_another_organization_has_no_details_and_no_history()
    {
        var (acme, globex) = (await Console.CreateOrganizationAsync("acme"), await Console.CreateOrganizationAsync("globex"));
        var foreign = new KeyTarget(acme, (await Console.AddKeyAsync(globex)).KeyId);

        var details = await Console.Get<KeyQueries>().GetAsync(A.Admin(acme), foreign, CancellationToken.None);
        var history = await Console.Get<KeyQueries>().HistoryAsync(A.Admin(acme), foreign, limit: 10, CancellationToken.None);

        Assert.Equal(KeyFailures.NotFound, Assert.Single(details.Failures));
        Assert.Equal(KeyFailures.NotFound, Assert.Single(history.Failures));
    }

    [Fact]
    public async Task Choices_hold_what_the_organization_s_keys_already_use()
    {
        var organization = await Console.CreateOrganizationAsync("acme", "pay:read", "pay:write");
        await Console.AddOwnerAsync(organization, "Payments");
        await Console.AddProjectAsync(organization, "Checkout");
        await Console.AddKeyAsync(organization, A.Settings("tagged", "pay:read") with { Tags = ["prod"] });

        var choices = (await Console.Get<OrganizationQueries>().ChoicesAsync(A.Viewer(organization), organization, CancellationToken.None)).Value;

        Assert.Equal(["pay:read", "pay:write"], choices.ScopeCatalogue.Select(scope => scope.Scope));
        Assert.Equal(["pay:read"], choices.UsedScopes);
        Assert.Equal(["prod"], choices.UsedTags);
        Assert.Equal("Payments", Assert.Single(choices.Owners).Name);
        Assert.Equal("Checkout", Assert.Single(choices.Projects).Name);
    }
}
