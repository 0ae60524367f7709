using AdminConsole.Core.Operators;
using AdminConsole.Core.Secrets;
using AdminConsole.Tests.Fixtures;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Features.LookUp;

public sealed class LookUpPageTests : LookUpTest
{
    private string Status => Page.Find(".ac-found .ac-status > span:last-child").TextContent;

    [Fact]
    public async Task Support_finds_whose_key_a_secret_is()
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings("ci-deploy") with { OwnerId = await Console.AddOwnerAsync(Acme, "Deploy team") });

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
        await SignInAsync(Acme);
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

    [Fact]
    public async Task Is_refused_and_not_offered_to_somebody_who_may_only_look()
    {
        await SignInAsync(Acme, OperatorRole.Viewer);
        var secret = await CreateAsync(A.Settings());
        Open("/lookup");
        Assert.Equal(["Keys", "API"], Page.Texts(".ac-navigation-link > span:first-of-type"));

        await FindAsync(secret.Reveal());

        Page.WaitForAssertion(
            () => Assert.Contains("You may not look up keys", Page.Find(".ac-notice-warning").TextContent, StringComparison.Ordinal));
        Assert.Empty(Page.FindAll(".ac-found"));
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
}
