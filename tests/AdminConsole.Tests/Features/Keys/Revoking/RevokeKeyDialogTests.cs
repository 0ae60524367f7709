using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Revoking;

public sealed class RevokeKeyDialogTests : DialogTest
{
    private KeyTarget _key = null!;

    private Task<bool> _closed = null!;

    [Fact]
    public async Task Says_whose_key_it_is_and_revokes_it_with_a_reason()
    {
        await SignInAsync(Acme);
        await OpenAsync(owner: "Deploy team");
        Assert.Contains("Deploy team", Page.Find(".ac-facts").TextContent, StringComparison.Ordinal);
        Assert.Contains($"…{(await Console.DetailsAsync(_key)).Hint}", Page.Find(".ac-facts").TextContent, StringComparison.Ordinal);

        await ChooseAsync("reason", "Leaked");
        await TypeAsync("comment", "seen in a log");
        await SubmitAsync();

        Assert.True(await _closed);
        Assert.Equal((RevocationReason.Leaked, "seen in a log"), Told((await Console.DetailsAsync(_key)).Revocation!));
    }

    [Fact]
    public async Task Says_how_much_it_is_used()
    {
        await SignInAsync(Acme);
        _key = await Console.AddKeyAsync(Acme);
        await UseAsync(_key, "203.0.113.9");
        await UseAsync(_key, "203.0.113.10");

        await OpenAsync(dialogs => dialogs.RevokeAsync(_key, "ci-deploy"));

        Assert.Contains("2 calls in 24 h from 2 addresses", Page.Find(".ac-facts").TextContent, StringComparison.Ordinal);
        Assert.NotNull(Field("confirm"));
    }

    [Fact]
    public async Task Support_revokes_with_what_the_look_up_told()
    {
        await SignInAsSupportAsync();
        var owner = await Console.AddOwnerAsync(Acme, "Deploy team");
        _key = await Console.AddKeyAsync(Acme, A.Settings() with { OwnerId = owner });
        await UseAsync(_key, "203.0.113.9");
        var hint = (await Console.DetailsAsync(_key)).Hint;
        var found = (await Console.Get<KeyLookUp>().FindAsync(A.Admin(Acme), hint, CancellationToken.None)).Value.Keys.Single();

        _closed = await OpenAsync(dialogs => dialogs.RevokeAsync(_key, "ci-deploy", found));

        var facts = Page.Find(".ac-facts").TextContent;
        Assert.All(
            [found.OrganizationName, "Deploy team", hint, "1 call in 24 h from 1 address"],
            fact => Assert.Contains(fact, facts, StringComparison.Ordinal));
        Assert.DoesNotContain("disable it instead", Page.Markup, StringComparison.Ordinal);
        await ChooseAsync("reason", "Leaked");
        await TypeAsync("confirm", "ci-deploy");
        await SubmitAsync();
        Assert.True(await _closed);
    }

    [Fact]
    public async Task Keeps_the_reason_when_the_database_fails_and_revokes_when_tried_again()
    {
        await SignInAsync(Acme);
        await OpenAsync();
        await ChooseAsync("reason", "Leaked");
        await Console.LoseKeysAsync();

        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.StartsWith("The console could not do this", Assert.Single(Notices), StringComparison.Ordinal));
        await Console.RestoreKeysAsync();
        await ClickAsync("Try again");

        Assert.True(await _closed);
    }

    [Fact]
    public async Task Somebody_who_may_only_look_is_told_so()
    {
        await SignInAsync(Acme, OperatorRole.Viewer);
        await OpenAsync();

        await ChooseAsync("reason", "Leaked");
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.StartsWith("You may not revoke", Assert.Single(Notices), StringComparison.Ordinal));
        Assert.Null((await Console.DetailsAsync(_key)).Revocation);
    }

    [Fact]
    public async Task A_revoked_key_is_not_revoked_again()
    {
        await SignInAsync(Acme);
        _key = await Console.AddKeyAsync(Acme);
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(Acme), new(_key, RevocationReason.Leaked), CancellationToken.None);

        await OpenAsync(dialogs => dialogs.RevokeAsync(_key, "ci-deploy"));

        Assert.Single(Notices);
        Assert.False(HasButton("Revoke key"));
    }

    [Fact]
    public async Task Explains_what_disabling_would_do_instead()
    {
        await SignInAsync(Acme);
        await OpenAsync();

        Assert.Contains("disable it instead", Page.Find(".ac-notice-warning").TextContent, StringComparison.Ordinal);
    }

    private static (RevocationReason Reason, string? Comment) Told(Revocation revocation) => (revocation.Reason, revocation.Comment);

    private async Task OpenAsync(string? owner = null, DateTimeOffset? lastUsedAt = null)
    {
        var ownerId = owner is null ? default(Id<Owner>?) : await Console.AddOwnerAsync(Acme, owner);
        _key = await Console.AddKeyAsync(Acme, A.Settings() with { OwnerId = ownerId });
        await Console.ChangeAsync(
            db => db.Entry(db.ApiKeys.Single(key => key.Id == _key.KeyId).LastUse!).Property(use => use.At).CurrentValue = lastUsedAt);
        _closed = await OpenAsync(dialogs => dialogs.RevokeAsync(_key, "ci-deploy"));
    }
}
