using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Secret;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Editing;

public sealed class CreateKeyDialogTests : DialogTest
{
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

    private async Task OpenWithNameAndScopeAsync()
    {
        await SignInAsync(Acme);
        await OpenAsync(dialogs => dialogs.CreateAsync(Acme));
        await TypeAsync("name", "ci-deploy");
        await AddAsync("scopes", "vm:read");
    }

    private async Task<KeyPage> ListAsync() => (await Console.Get<KeyQueries>().ListAsync(A.Admin(Acme), new(Acme), CancellationToken.None)).Value;
}
