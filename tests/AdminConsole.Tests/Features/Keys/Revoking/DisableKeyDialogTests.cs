using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Revoking;

public sealed class DisableKeyDialogTests : DialogTest
{
    private KeyTarget _key = null!;
    private Task<bool> _closed = null!;

    [Fact]
    public async Task Says_that_the_key_is_in_use_and_disables_it()
    {
        await OpenAsync(used: true);

        Assert.Contains("1 call in 24 h from 1 address", Page.Find(".ac-facts").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("This key is in use", Page.Find(".ac-notice-warning .ac-notice-text").TextContent.Trim(), StringComparison.Ordinal);
        await SubmitAsync();

        Assert.True(await _closed);
        Assert.Equal(KeyStatus.Disabled, (await Console.DetailsAsync(_key)).Status);
    }

    [Fact]
    public async Task Warns_of_nothing_when_the_key_is_at_rest()
    {
        await OpenAsync(used: false);

        Assert.Empty(Page.FindAll(".ac-notice-warning"));
        Assert.Contains("No calls in 24 h", Page.Find(".ac-facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_revoked_meanwhile_is_not_disabled()
    {
        await OpenAsync(used: false);
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(Acme), new(_key, RevocationReason.Leaked), CancellationToken.None);

        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains("revoked", Assert.Single(Notices), StringComparison.Ordinal));
        Assert.False(_closed.IsCompleted);
        Assert.False(HasButton("Disable"));
    }

    private async Task OpenAsync(bool used)
    {
        await SignInAsync(Acme);
        _key = await Console.AddKeyAsync(Acme);
        if (used)
        {
            await UseAsync(_key, "203.0.113.9");
        }

        _closed = await OpenAsync(dialogs => dialogs.DisableAsync(_key, "ci-deploy"));
    }
}
