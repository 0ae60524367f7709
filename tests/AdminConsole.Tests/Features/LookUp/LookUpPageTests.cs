using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.LookUp;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace AdminConsole.Tests.Features.LookUp;

public sealed class LookUpPageTests : RoutedTest
{
    private Id<Organization> _acme;

    private IReadOnlyList<string> Found => Page.Texts(".ac-found th[scope=row] bdi");

    private string Status => Page.Find(".ac-found .ac-status > span:last-child").TextContent;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Support_finds_whose_key_a_secret_is()
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings("ci-deploy") with { OwnerId = await Console.AddOwnerAsync(_acme, "Deploy team") });

        Open("/lookup");
        await FindAsync($"2026-03-02 error: token={secret.Reveal()} refused");

        Page.WaitForAssertion(() => Assert.Equal("Secrets seen: 1. Keys found: 1.", Page.Find(".ac-look-up-summary").TextContent));
        var row = Page.Find(".ac-found tbody tr").TextContent;
        Assert.All(
            ["ci-deploy", $"…{secret.Hint}", "The acme", "Deploy team", "Active"],
            text => Assert.Contains(text, row, StringComparison.Ordinal));
        Assert.Empty(Page.FindAll(".ac-found a"));
        Assert.True(Page.HasButton("Revoke ci-deploy"));
    }

    [Fact]
    public async Task The_text_has_the_focus_from_the_start()
    {
        await SignInAsSupportAsync();
        var fields = JSInterop.SetupModule("./js/fields.js");
        fields.SetupVoid("focus", _ => true).SetVoidResult();

        Open("/lookup");

        Page.WaitForAssertion(() => fields.VerifyInvoke("focus"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_that_a_search_field_handed_over_is_looked_up_at_once(bool isOpen)
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings());
        Open(isOpen ? "/lookup" : "/");

        await Page.InvokeAsync(() => Services.GetRequiredService<SearchHandover>().HandOver(secret.Reveal()));

        Page.WaitForAssertion(() => Assert.Equal(["ci-deploy"], Found));
        Assert.Equal("/lookup", Address);
    }

    [Fact]
    public async Task Shows_and_keeps_nothing_of_what_was_pasted()
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings());

        Open("/lookup");
        await FindAsync($"harmless words around {secret.Reveal()}");

        Page.WaitForAssertion(() => Assert.Single(Found));
        Assert.DoesNotContain("harmless words", Page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Reveal()[9..21], Page.Markup, StringComparison.Ordinal);
        Assert.Equal("/lookup", Address);
    }

    [Fact]
    public async Task An_admin_finds_keys_by_their_hint_and_gets_to_their_pages()
    {
        await SignInAsync(_acme);
        var secret = await CreateAsync(A.Settings());

        Open("/lookup");
        await FindAsync($"…{secret.Hint}");

        Page.WaitForAssertion(() => Assert.Equal("Keys found by hint or id: 1", Page.Find(".ac-look-up-summary").TextContent));
        Assert.EndsWith("?org=acme", Page.Find(".ac-found a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_finds_no_key_of_another_organization()
    {
        await SignInAsync(await Console.CreateOrganizationAsync("other"));
        var secret = await CreateAsync(A.Settings());

        Open("/lookup");
        await FindAsync(secret.Reveal());

        Page.WaitForAssertion(() => Assert.Equal("Nothing found", Page.Find(".ac-empty h2").TextContent));
        Assert.Contains("One secret was seen", Page.Find(".ac-empty").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "One secret was seen, and it is none")]
    [InlineData(2, "2 secrets were seen, and none of them")]
    public async Task Says_how_many_secrets_it_saw_when_it_knows_none_of_them(int count, string said)
    {
        await SignInAsSupportAsync();
        var secrets = Enumerable.Range(0, count).Select(_ => KeySecret.Generate(SecretEnvironment.Live).Reveal());

        Open("/lookup");
        await FindAsync(string.Join('\n', secrets));

        Page.WaitForAssertion(() => Assert.Equal("Nothing found", Page.Find(".ac-empty h2").TextContent));
        Assert.Contains(said, Page.Find(".ac-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_no_key_has_this_hint()
    {
        await SignInAsSupportAsync();

        Open("/lookup");
        await FindAsync("zzzz");

        Page.WaitForAssertion(() => Assert.Contains("has this hint or id", Page.Find(".ac-empty").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Paste a secret, some text")]
    [InlineData("no secret in here", "There is no secret in this text")]
    public async Task Says_at_the_field_what_cannot_be_looked_up(string text, string fault)
    {
        await SignInAsSupportAsync();
        Open("/lookup");

        await FindAsync(text);

        Page.WaitForAssertion(() => Assert.StartsWith(fault, Page.Find(".ac-errors li span:last-child").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", Page.Find("[name=text]").GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData('x', KeyLookUp.MaxTextLength + 1)]
    [InlineData('€', KeyLookUp.MaxTextLength + 1)]
    public async Task Refuses_a_text_that_is_too_long(char character, int length)
    {
        await SignInAsSupportAsync();
        Open("/lookup");

        await FindAsync(new string(character, length));

        Page.WaitForAssertion(
            () => Assert.StartsWith("This text is too long", Page.Find(".ac-errors li span:last-child").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_refused_and_not_offered_to_somebody_who_may_only_look()
    {
        await SignInAsync(_acme, OperatorRole.Viewer);
        var secret = await CreateAsync(A.Settings());
        Open("/lookup");
        Assert.Equal(["Keys", "API"], Page.Texts(".ac-navigation-link > span:first-of-type"));

        await FindAsync(secret.Reveal());

        Page.WaitForAssertion(
            () => Assert.Contains("You may not look up keys", Page.Find(".ac-notice-warning").TextContent, StringComparison.Ordinal));
        Assert.Empty(Page.FindAll(".ac-found"));
    }

    [Fact]
    public async Task Searches_for_what_a_search_field_hands_over()
    {
        await SignInAsync(_acme);
        var secret = await CreateAsync(A.Settings("handed-over"));
        Open("/keys?org=acme");

        await TypeAtTheTopAsync(secret.Reveal());

        Page.WaitForAssertion(() => Assert.Equal("Secrets seen: 1. Keys found: 1.", Page.Find(".ac-look-up-summary").TextContent));
        Assert.Equal("/lookup", Address);
        Assert.DoesNotContain(secret.Reveal()[9..21], Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_again_when_it_is_open_already()
    {
        await SignInAsync(_acme);
        var secret = await CreateAsync(A.Settings("handed-over"));
        Open("/lookup");

        await TypeAtTheTopAsync($"…{secret.Hint}");

        Page.WaitForAssertion(() => Assert.Single(Found));
    }

    [Fact]
    public async Task Plain_text_at_the_top_leads_to_the_list()
    {
        await SignInAsync(_acme);
        Open("/lookup");

        await TypeAtTheTopAsync(" billing export ");

        Page.WaitForAssertion(() => Assert.Equal("/keys?org=acme&q=billing%20export", Address));
    }

    [Fact]
    public async Task Whatever_support_types_at_the_top_is_looked_up()
    {
        await SignInAsSupportAsync();
        Open("/lookup");

        await TypeAtTheTopAsync("billing export");

        Page.WaitForAssertion(
            () => Assert.StartsWith("There is no secret", Page.Find(".ac-errors li span:last-child").TextContent, StringComparison.Ordinal));
        Assert.Equal("/lookup", Address);
    }

    [Fact]
    public async Task Is_all_that_support_is_offered()
    {
        await SignInAsSupportAsync();

        Open("/lookup");

        Assert.Equal(["Look up"], Page.Texts(".ac-navigation-link > span:first-of-type"));
        Assert.Equal("AdminConsole", Page.Find(".ac-organization bdi").TextContent);
    }

    [Fact]
    public async Task A_key_that_is_revoked_from_here_says_so()
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings());
        Open("/lookup");
        await FindAsync(secret.Reveal());
        Page.WaitForAssertion(() => Assert.Equal("Active", Status));

        var revoking = Page.ClickAsync("Revoke ci-deploy");
        Page.WaitForAssertion(() => Assert.Single(Page.FindAll("[name=reason]")));
        await Page.ChooseAsync(Page.Find("[name=reason]"), "Leaked");
        await Page.Find(".mud-dialog form").SubmitAsync();
        await revoking;

        Assert.Equal("Revoked", Status);
        Assert.False(Page.HasButton("Revoke ci-deploy"));
    }

    [Fact]
    public async Task Says_that_the_storage_failed_and_tries_again()
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings());
        Open("/lookup");

        await Console.LoseKeysAsync();
        await FindAsync(secret.Reveal());
        Page.WaitForAssertion(
            () => Assert.Contains("The look-up could not be made", Page.Find(".ac-notice-danger").TextContent, StringComparison.Ordinal));
        await Console.RestoreKeysAsync();
        await Page.ClickAsync("Try again");
        await FindAsync(secret.Reveal());

        Page.WaitForAssertion(() => Assert.Single(Found));
    }

    [Fact]
    public async Task Says_that_the_storage_failed_for_a_text_that_was_handed_over_while_it_is_open()
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings());
        Open("/lookup");

        await Console.LoseKeysAsync();
        await Page.InvokeAsync(() => Services.GetRequiredService<SearchHandover>().HandOver(secret.Reveal()));
        Page.WaitForAssertion(
            () => Assert.Contains("The look-up could not be made", Page.Find(".ac-notice-danger").TextContent, StringComparison.Ordinal));
        await Console.RestoreKeysAsync();
        await Page.ClickAsync("Try again");
        await FindAsync(secret.Reveal());

        Page.WaitForAssertion(() => Assert.Single(Found));
    }

    private async Task<KeySecret> CreateAsync(KeySettings settings) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), new(_acme, settings), CancellationToken.None)).Value.Secret;

    private Task TypeAtTheTopAsync(string text)
    {
        JSInterop.SetupModule("./js/paste.js").Setup<IJSStreamReference>("take", _ => true).SetResult(new PastedText(text));
        return Page.Find("form.ac-top-search").SubmitAsync();
    }

    private Task FindAsync(string text)
    {
        JSInterop.SetupModule("./js/paste.js").Setup<IJSStreamReference>("take", _ => true).SetResult(new PastedText(text));
        return Page.Find("form.ac-form").SubmitAsync();
    }
}
