using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Features.Keys;
using AdminConsole.Web.Features.Keys.Actions;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdminConsole.Tests.Features.Keys;

/// <summary>Opens the dialogs of keys as a page does, and finds in them what a person would: fields by name, buttons by their words.</summary>
public abstract class DialogTest : PageTest
{
    protected DialogTest() => Services.AddKeyDialogs();

    protected Id<Organization> Acme { get; private set; }

    protected IRenderedComponent<MudDialogProvider> Page { get; private set; } = null!;

    protected IRenderedComponent<MudPopoverProvider> Popovers { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Acme = await Console.CreateOrganizationAsync();
        Popovers = Render<MudPopoverProvider>();
        Page = Render<MudDialogProvider>();
    }

    /// <summary>Opens a dialog; the task ends when all of it is closed.</summary>
    protected async Task<Task<bool>> OpenAsync(Func<KeyDialogs, Task<bool>> open)
    {
        var closed = Page.InvokeAsync(() => open(Console.Get<KeyDialogs>()));
        await Page.WaitForStateAsync(() => Page.FindAll(".ac-dialog-body").Count > 0 && Page.FindAll(".ac-loading").Count == 0);
        return closed;
    }

    /// <summary>The key is verified now, and accepted, for a client at this address.</summary>
    protected async Task UseAsync(KeyTarget key, string address)
    {
        var row = 0L;
        await Console.ChangeAsync(db => row = db.ApiKeys.Single(found => found.Id == key.KeyId).Row);
        Assert.True(ClientAddress.TryParse(address, out var client));
        Console.Get<UsageRecorder>().Record(new(A.Monday, key.OrganizationId, row, DecisionCode.Valid) { Address = client });
    }

    protected IElement Field(string name) => Page.Find($".ac-dialog-body [name='{name}']");

    /// <summary>The faults said beside the field.</summary>
    protected IEnumerable<string> FaultsOf(string name) =>
        Field(name).Closest(".ac-field")!
            .QuerySelectorAll(".ac-errors li span:last-child, .ac-remark-bad span")
            .Select(fault => fault.TextContent.Trim());

    protected IEnumerable<string> Notices => Page.Texts(".ac-notice-danger .ac-notice-text");

    protected Task TypeAsync(string name, string text) => Field(name).InputAsync(new ChangeEventArgs { Value = text });

    /// <summary>Adds entries to a list as its script does, which takes them from the keys and from what is pasted.</summary>
    protected Task AddAsync(string name, params string[] entries)
    {
        var list = Page.FindComponents<ListField>().Single(list => list.Instance.Name == name);
        return list.InvokeAsync(() => list.Instance.AddAsync(string.Join('\n', entries)));
    }

    protected Task ChooseAsync(string name, string text) => Popovers.ChooseAsync(Field(name), text);

    protected Task SubmitAsync() => Page.Find("form").SubmitAsync();

    protected IElement Button(string text) => Page.Button(text);

    protected bool HasButton(string text) => Page.HasButton(text);

    protected Task ClickAsync(string button) => Page.ClickAsync(button);
}
