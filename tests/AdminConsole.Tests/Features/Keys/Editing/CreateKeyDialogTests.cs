using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Secret;
using AngleSharp.Dom;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Editing;

public sealed class CreateKeyDialogTests : DialogTest
{
    /// <summary>A field, what is typed into it, and the fault that is said beside it.</summary>
    public static TheoryData<string, string, string> Faulty => new()
    {
        { "name", "", "Enter some text here" },
        { "description", new string('d', ApiKey.DescriptionMaxLength + 1), "Shorten this to 1000" },
        { "queryParameters", new string('q', 1001), "Shorten this to 1000" },
        { "claims", "{", "This is not valid JSON" },
        { "maxVerificationsPerIpPerHour", "0", "Enter a whole number from 1" },
        { "maxHitsPerQuery", "99999999999", "Enter a whole number from 1" },
    };

    public static TheoryData<string, string, string> FaultyEntries => new()
    {
        { "scopes", "a b", "a b: Write a scope without spaces" },
        { "allowedCidrs", "10.1.2.3/8", "10.1.2.3/8: The address has bits behind the prefix" },
        { "blockedCidrs", "example.com", "example.com: This is no address" },
        { "resources", "a*b", "a*b: Put * only at the beginning or the end" },
        { "referrers", "a*b", "a*b: Put * only" },
        { "tags", new string('t', 65), "Shorten this to 64" },
    };

    [Fact]
    public async Task Creates_a_key_and_then_shows_its_secret()
    {
        await SignInAsync(Acme);
        var closed = await OpenAsync(dialogs => dialogs.CreateAsync(Acme));

        await TypeAsync("name", "ci-deploy");
        await AddAsync("scopes", "vm:read", "vm:write");
        await AddAsync("allowedCidrs", "10.0.0.0/8");
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.Contains("Secret of ci-deploy", Page.Markup, StringComparison.Ordinal));
        await Page.InvokeAsync(() => Page.FindComponent<RevealDialog>().Instance.Copied(true));
        await ClickAsync("Done");

        Assert.True(await closed);
        var kept = Assert.Single((await ListAsync()).Keys);
        Assert.Equal(
            ("ci-deploy", "vm:read vm:write", "10.0.0.0/8"), (kept.Name, string.Join(' ', kept.Settings.Scopes), kept.Settings.AllowedCidrs[0]));
        Assert.Equal(new DateTimeOffset(2026, 5, 31, 23, 59, 59, TimeSpan.Zero), kept.ExpiresAt);
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Says_each_fault_beside_its_field(string name, string typed, string fault)
    {
        await OpenWithNameAndScopeAsync();

        await TypeAsync(name, typed);
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.StartsWith(fault, Assert.Single(FaultsOf(name)), StringComparison.Ordinal));
        Assert.Equal("true", Field(name).GetAttribute("aria-invalid"));
        Assert.Equal("1 fault", Page.Find("[role=tab][aria-selected=true] .ac-tab-faults").TextContent[^7..]);
        Assert.Contains(Field(name), Page.Find("[role=tabpanel]:not([hidden])").GetDescendants());
        Assert.Empty((await ListAsync()).Keys);
    }

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
    public async Task Remarks_on_a_referrer_that_ends_inside_a_host_and_suggests_the_pages_of_the_host()
    {
        await OpenWithNameAndScopeAsync();

        await AddAsync("referrers", "https://shop.example.com*");
        Page.WaitForAssertion(() => Assert.Contains("This ends inside a host", Page.Markup, StringComparison.Ordinal));
        await ClickAsync("Use https://shop.example.com/*");
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains("Secret of ci-deploy", Page.Markup, StringComparison.Ordinal));
        Assert.Equal(["https://shop.example.com/*"], Assert.Single((await ListAsync()).Keys).Settings.Referrers);
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
    public async Task Loads_once_the_database_answers_again()
    {
        await SignInAsync(Acme);
        await Console.LoseDatabaseAsync();
        await OpenAsync(dialogs => dialogs.CreateAsync(Acme));
        Page.WaitForAssertion(() => Assert.StartsWith("The console could not do this", Assert.Single(Notices), StringComparison.Ordinal));

        await Console.RestoreDatabaseAsync();
        await ClickAsync("Try again");

        Page.WaitForAssertion(() => Assert.NotNull(Field("name")));
        Assert.Empty(Notices);
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_the_database_fails_and_creates_the_key_when_tried_again()
    {
        await OpenWithNameAndScopeAsync();
        await Console.LoseKeysAsync();

        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.StartsWith("The console could not do this", Assert.Single(Notices), StringComparison.Ordinal));
        Assert.Equal("ci-deploy", Field("name").GetAttribute("value"));
        await Console.RestoreKeysAsync();
        await ClickAsync("Try again");

        Page.WaitForAssertion(() => Assert.Contains("Secret of ci-deploy", Page.Markup, StringComparison.Ordinal));
        Assert.Single((await ListAsync()).Keys);
    }

    [Theory]
    [MemberData(nameof(FaultyEntries))]
    public async Task Says_each_fault_of_an_entry_at_the_entry(string name, string entry, string fault)
    {
        await OpenWithNameAndScopeAsync();

        await AddAsync(name, entry);
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains(FaultsOf(name), said => said.Contains(fault, StringComparison.Ordinal)));
        Assert.Equal("true", Field(name).GetAttribute("aria-invalid"));
        Assert.Empty((await ListAsync()).Keys);
    }

    [Fact]
    public async Task Corrects_a_network_with_one_click()
    {
        await OpenWithNameAndScopeAsync();

        await AddAsync("allowedCidrs", "10.1.2.3/8");
        await ClickAsync("Use 10.0.0.0/8");

        Assert.Empty(FaultsOf("allowedCidrs"));
        Assert.Empty(Page.FindAll(".ac-tab-faults"));
    }

    [Fact]
    public async Task A_fault_is_forgotten_once_its_field_is_changed()
    {
        await OpenWithNameAndScopeAsync();
        await TypeAsync("claims", "{");
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.NotEmpty(FaultsOf("claims")));

        await TypeAsync("claims", "{}");

        Assert.Empty(FaultsOf("claims"));
        Assert.Empty(Page.FindAll(".ac-tab-faults"));
    }

    [Fact]
    public async Task Goes_to_the_first_tab_with_a_fault()
    {
        await OpenWithNameAndScopeAsync();
        await TypeAsync("name", "");
        await TypeAsync("claims", "{");
        await Page.FindAll("[role=tab]")[3].ClickAsync(new());

        await SubmitAsync();

        Page.WaitForAssertion(
            () => Assert.StartsWith("General", Page.Find("[role=tab][aria-selected=true]").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Contains(JSInterop.Invocations, call => call.Identifier is "focusFault");
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

    [Fact]
    public async Task Somebody_who_may_only_look_is_told_so()
    {
        await SignInAsync(Acme, OperatorRole.Viewer);
        await OpenAsync(dialogs => dialogs.CreateAsync(Acme));

        await TypeAsync("name", "ci-deploy");
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains("but not change them", Assert.Single(Notices), StringComparison.Ordinal));
        Assert.Equal("ci-deploy", Field("name").GetAttribute("value"));
    }

    [Fact]
    public async Task Somebody_of_elsewhere_is_told_of_no_organization()
    {
        await SignInAsync(await Console.CreateOrganizationAsync("other"));
        await OpenAsync(dialogs => dialogs.CreateAsync(Acme));

        Page.WaitForAssertion(() => Assert.Equal("There is no such organization.", Assert.Single(Notices)));
    }

    [Fact]
    public async Task Two_submits_make_one_key()
    {
        await OpenWithNameAndScopeAsync();

        var turn = await Console.Get<WriteLock>().TakeAsync(CancellationToken.None);
        var submits = Task.WhenAll(SubmitAsync(), SubmitAsync());
        turn.Dispose();
        await submits;

        Page.WaitForAssertion(() => Assert.Contains("Secret of", Page.Markup, StringComparison.Ordinal));
        Assert.Single((await ListAsync()).Keys);
    }

    [Fact]
    public async Task Asks_before_what_was_typed_is_thrown_away()
    {
        await OpenWithNameAndScopeAsync();

        var asking = ClickAsync("Cancel");
        Page.WaitForAssertion(() => Assert.True(HasButton("Discard changes")));
        await ClickAsync("Cancel");
        await asking;

        Assert.False(HasButton("Discard changes"));
        Assert.Equal("ci-deploy", Field("name").GetAttribute("value"));
    }

    [Fact]
    public async Task Closes_without_asking_when_nothing_was_typed()
    {
        await SignInAsync(Acme);
        var closed = await OpenAsync(dialogs => dialogs.CreateAsync(Acme));

        await ClickAsync("Cancel");

        Assert.False(await closed);
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
