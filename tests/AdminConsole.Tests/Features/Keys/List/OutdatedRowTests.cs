using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.List;

/// <summary>The list after an action that was refused, because somebody else had changed the key since it was listed.</summary>
public sealed class OutdatedRowTests : RoutedTest
{
    private Id<Organization> _acme;

    private IReadOnlyList<string> Statuses => Page.Texts(".ac-table .ac-status");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        await SignInAsync(_acme);
    }

    [Fact]
    public async Task The_row_of_a_key_that_was_revoked_meanwhile_says_so_once_disabling_it_was_refused()
    {
        var key = await Console.AddKeyAsync(_acme);
        Open("/keys?org=acme");
        await Page.OpenMenuAsync("ci-deploy");
        var disabling = Page.ChooseActionAsync("Disable");
        Page.WaitForAssertion(() => Assert.True(Page.HasButton("Disable")));

        await RevokeElsewhereAsync(key);
        await Page.ClickAsync("Disable");
        Page.WaitForAssertion(() => Assert.Contains("revoked", Page.Find(".mud-dialog .ac-notice-danger").TextContent, StringComparison.Ordinal));
        await Page.ClickAsync("Close");
        await disabling;

        Assert.Equal(["Revoked"], Statuses);
    }

    [Fact]
    public async Task The_row_of_a_key_that_was_revoked_meanwhile_says_so_once_enabling_it_was_refused()
    {
        var key = await Console.AddKeyAsync(_acme);
        await Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(_acme), key, CancellationToken.None);
        Open("/keys?org=acme");
        await Page.OpenMenuAsync("ci-deploy");

        await RevokeElsewhereAsync(key);
        await Page.ChooseActionAsync("Enable");

        Assert.Equal(["Revoked"], Statuses);
        Assert.Contains("revoked", Page.Find(".ac-toasts").TextContent, StringComparison.Ordinal);
    }

    private async Task RevokeElsewhereAsync(KeyTarget key) =>
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(key, RevocationReason.Leaked), CancellationToken.None);
}
