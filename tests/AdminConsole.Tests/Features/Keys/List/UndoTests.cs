using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.List;

/// <summary>Taking back that a key was disabled or enabled.</summary>
public sealed class UndoTests : RoutedTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;

    private IReadOnlyList<string> Statuses => Page.Texts(".ac-table .ac-status");

    private string Toasts => Page.Find(".ac-toasts").TextContent;

    private SwitchKeyHandler Switch => Console.Get<SwitchKeyHandler>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        await SignInAsync(_acme);
        _key = await Console.AddKeyAsync(_acme);
    }

    [Fact]
    public async Task A_disabled_key_is_enabled_again_and_the_list_shows_it()
    {
        Open("/keys?org=acme");
        await Page.DisableAsync("ci-deploy");
        Page.WaitForAssertion(() => Assert.Equal(["Disabled"], Statuses));

        await Page.ClickAsync("Undo");

        Page.WaitForAssertion(() => Assert.Equal(["Active"], Statuses));
        Assert.Contains("Enabled ci-deploy.", Toasts, StringComparison.Ordinal);
        Assert.False(Page.HasButton("Undo"));
    }

    [Fact]
    public async Task A_key_that_was_changed_since_stays_as_it_is()
    {
        Open("/keys?org=acme");
        await Page.DisableAsync("ci-deploy");
        await Console.Get<EditKeyHandler>().EditAsync(
            A.Admin(_acme), new(_key, null, new() { Description = new("looked into") }), CancellationToken.None);

        await Page.ClickAsync("Undo");

        Page.WaitForAssertion(() => Assert.Contains("Somebody changed ci-deploy meanwhile", Toasts, StringComparison.Ordinal));
        Assert.Equal(KeyStatus.Disabled, (await Console.DetailsAsync(_key)).Status);
    }

    [Fact]
    public async Task What_another_had_done_already_is_not_offered_to_be_undone()
    {
        Open("/keys?org=acme");
        await Page.OpenMenuAsync("ci-deploy");
        var disabling = Page.ChooseActionAsync("Disable");
        Page.WaitForAssertion(() => Assert.True(Page.HasButton("Disable")));
        await Switch.DisableAsync(A.Admin(_acme), _key, CancellationToken.None);

        await Page.ClickAsync("Disable");
        await disabling;

        Assert.Contains("Disabled ci-deploy.", Toasts, StringComparison.Ordinal);
        Assert.False(Page.HasButton("Undo"));
    }
}
