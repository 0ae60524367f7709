using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Editing;

public sealed class CreateKeyRuleTests : DialogTest
{
    [Fact]
    public async Task Says_the_organizations_rules_before_they_are_broken_and_begins_within_them()
    {
        await RuleAsync();
        await OpenWithNameAndScopeAsync();

        Assert.Equal(
            ["A key is valid for at most 30 days.", "A key names the networks that may use it.", "A key has these tags: prod."],
            Page.Texts(".ac-rules li"));
        Assert.Equal(["prod"], Field("tags").Closest(".ac-field")!.QuerySelectorAll(".ac-chips bdi").Select(tag => tag.TextContent));
        Assert.Equal(
            ["90 days", "180 days", "365 days", "No expiry"], Page.Texts("[aria-label='Expiry: usual spans'] button:disabled"));

        await AddAsync("allowedCidrs", "10.0.0.0/8");
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains("Secret of ci-deploy", Page.Markup, StringComparison.Ordinal));
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 23, 59, 59, TimeSpan.Zero), Assert.Single((await ListAsync()).Keys).ExpiresAt);
    }

    [Fact]
    public async Task Begins_within_the_rules_without_anything_to_save()
    {
        await RuleAsync();
        await SignInAsync(Acme);
        var closed = await OpenAsync(dialogs => dialogs.CreateAsync(Acme));

        await ClickAsync("Cancel");

        Assert.False(await closed);
    }

    [Fact]
    public async Task Says_beside_the_field_which_of_the_organizations_rules_is_broken()
    {
        await OpenWithNameAndScopeAsync();
        await RuleAsync();

        await SubmitAsync();

        Page.WaitForAssertion(
            () => Assert.StartsWith(
                "This organization's keys are valid for at most 30 days",
                Assert.Single(FaultsOf("expiresAt")),
                StringComparison.Ordinal));
        Assert.StartsWith("This organization's keys name the networks", Assert.Single(FaultsOf("allowedCidrs")), StringComparison.Ordinal);
        Assert.StartsWith("This organization's keys have certain tags: add prod", Assert.Single(FaultsOf("tags")), StringComparison.Ordinal);
        Assert.Empty((await ListAsync()).Keys);
    }

    [Fact]
    public async Task Offers_the_catalogue_where_there_is_one()
    {
        var labs = await Console.CreateOrganizationAsync("labs", "vm:read", "vm:write");
        await SignInAsync(labs);
        await OpenAsync(dialogs => dialogs.CreateAsync(labs));

        Assert.Equal(["vm"], Page.Texts(".ac-scopes legend"));
        Assert.Equal(["vm:read May vm:read", "vm:write May vm:write"], Page.Texts(".ac-scopes label > .mud-typography"));
    }

    [Fact]
    public async Task Chooses_what_only_reads_with_one_click()
    {
        var labs = await Console.CreateOrganizationAsync("labs", "logs:read", "vm:read", "vm:write");
        await SignInAsync(labs);
        await OpenAsync(dialogs => dialogs.CreateAsync(labs));

        await ClickAsync("Read only");

        Assert.Equal(["logs:read May logs:read", "vm:read May vm:read"], Page.Texts(".ac-scopes label:has(:checked) > .mud-typography"));
        Assert.Contains("2 of 3 chosen", Page.Texts(".ac-note"));
    }

    [Fact]
    public async Task A_management_key_chooses_from_the_scopes_of_the_console()
    {
        await OpenWithNameAndScopeAsync();

        await ChooseAsync("kind", "Management");
        await Page.FindAll(".ac-scopes label input")[0].ChangeAsync(true);
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains("Secret of", Page.Markup, StringComparison.Ordinal));
        var kept = Assert.Single((await ListAsync()).Keys);
        Assert.Equal((KeyKind.Management, "keys:read"), (kept.Kind, kept.Settings.Scopes.Single()));
    }

    private Task RuleAsync() => Console.ChangeAsync(db =>
    {
        var acme = db.Organizations.Single(organization => organization.Id == Acme);
        (acme.MaxKeyLifetimeDays, acme.RequiresAllowedNetwork, acme.RequiredTags) = (30, true, ["prod"]);
    });

    private async Task OpenWithNameAndScopeAsync()
    {
        await SignInAsync(Acme);
        await OpenAsync(dialogs => dialogs.CreateAsync(Acme));
        await TypeAsync("name", "ci-deploy");
        await AddAsync("scopes", "vm:read");
    }

    private async Task<KeyPage> ListAsync() => (await Console.Get<KeyQueries>().ListAsync(A.Admin(Acme), new(Acme), CancellationToken.None)).Value;
}
