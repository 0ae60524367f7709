using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Features.Keys.Actions;
using Bunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Features.Keys.Editing;

/// <summary>What was typed into a form, and is put back into it after the page was loaded anew.</summary>
public sealed class KeyDraftTests : DialogTest
{
    private readonly SessionStorage _session = new();
    private KeyTarget _key = null!;

    public KeyDraftTests() =>
        Services.AddScoped(services => new TabStorage(_session, services.GetRequiredService<IDataProtectionProvider>()));

    private bool IsRestored => Page.Markup.Contains("Your draft was restored", StringComparison.Ordinal);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SignInAsync(Acme);
        _key = await Console.AddKeyAsync(Acme);
    }

    [Fact]
    public async Task A_new_keys_form_stands_as_it_was_left()
    {
        await OpenAsync(dialogs => dialogs.CreateAsync(Acme));
        await TypeAsync("name", "drafted");
        await AddAsync("scopes", "vm:read");
        await AddAsync("tags", "later");
        await ChooseAsync("environment", "Test");
        await LeaveAsync();

        await RestoreAsync();

        Assert.True(IsRestored);
        Assert.Equal(("drafted", "Test"), (Field("name").GetAttribute("value"), Field("environment").GetAttribute("value")));
        Assert.Contains("vm:read", Field("scopes").Closest(".ac-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("later", Field("tags").Closest(".ac-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_goes_on_from_the_version_it_was_made_from()
    {
        await TypeAndLeaveAsync();

        var closed = await RestoreAsync();
        Assert.True(IsRestored);
        await SubmitAsync();

        await closed;
        Assert.Equal("typed", (await Console.DetailsAsync(_key)).Settings.Description);
    }

    [Fact]
    public async Task An_edit_of_a_key_that_was_changed_since_shows_both_versions()
    {
        await TypeAndLeaveAsync();
        await Console.Get<EditKeyHandler>().EditAsync(
            A.Admin(Acme), new(_key, null, new() { Description = new("theirs"), Name = "renamed" }), CancellationToken.None);

        var closed = await RestoreAsync();
        Assert.Equal(2, Page.FindAll(".ac-merge").Count);
        await Page.FindAll(".ac-merge").Single(merge => merge.TextContent.Contains("typed", StringComparison.Ordinal))
            .QuerySelectorAll("input")[0].ChangeAsync("on");
        await SubmitAsync();

        await closed;
        var kept = (await Console.DetailsAsync(_key)).Settings;
        Assert.Equal(("renamed", "typed"), (kept.Name, kept.Description));
    }

    [Fact]
    public async Task Discarded_it_is_forgotten()
    {
        await TypeAndLeaveAsync();
        await RestoreAsync();

        await ClickAsync("Discard the draft");

        Page.WaitForAssertion(() => Assert.False(IsRestored));
        Assert.Equal("", Field("description").GetAttribute("value") ?? "");
        Assert.True(Button("Save changes").HasAttribute("disabled"));
        Page.WaitForAssertion(() => Assert.Empty(_session.Items));
    }

    [Fact]
    public async Task It_is_put_into_no_other_organization()
    {
        await TypeAndLeaveAsync();
        var other = await Console.CreateOrganizationAsync("other");

        await Page.InvokeAsync(() => Console.Get<KeyDialogs>().RestoreAsync(other));

        Assert.Empty(Page.FindAll(".mud-dialog"));
    }

    private async Task TypeAndLeaveAsync()
    {
        await OpenAsync(dialogs => dialogs.EditAsync(_key));
        await TypeAsync("description", "typed");
        await LeaveAsync();
    }

    /// <summary>Leaves the page, whose dialog is then closed by nobody: closing it here forgets the draft, so that is put back.</summary>
    private async Task LeaveAsync()
    {
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll("[data-unsaved]")));
        var left = Assert.Single(_session.Items);
        await ClickAsync("Cancel");
        Page.WaitForAssertion(() => Assert.True(HasButton("Discard changes")));
        await ClickAsync("Discard changes");
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll(".mud-dialog")));
        Page.WaitForAssertion(() => Assert.Empty(_session.Items));
        _session.Items.Add(left.Key, left.Value);
    }

    private Task<Task<bool>> RestoreAsync() => OpenAsync(async dialogs =>
    {
        await dialogs.RestoreAsync(Acme);
        return true;
    });
}
