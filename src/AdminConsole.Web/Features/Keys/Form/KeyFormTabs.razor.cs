using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Display;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>All fields of a key, in tabs: what the dialogs for a new key and for an edit have in common.</summary>
public sealed partial class KeyFormTabs(ScriptModules scripts)
{
    private ElementReference _root;
    private FormTab _tab;
    private bool _seeksFault;

    [Parameter, EditorRequired] public required KeyForm Form { get; set; }

    [Parameter, EditorRequired] public required OrganizationChoices Choices { get; set; }

    /// <summary>What stands before the name.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private IReadOnlyList<TabItem<FormTab>> Tabs =>
        [.. Enum.GetValues<FormTab>().Select(tab => new TabItem<FormTab>(tab, T[$"KeyDialog.Tab.{tab}"], Form.Faults.Count(tab, Form.Draft)))];

    /// <summary>Goes to the first tab with a fault, and there to the first such field.</summary>
    public void ShowFirstFault()
    {
        _tab = Tabs.FirstOrDefault(tab => tab.Faults > 0)?.Value ?? _tab;
        _seeksFault = true;
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeksFault)
        {
            _seeksFault = false;
            await scripts.CallAsync("js/fields.js", "focusFault", _root);
        }
    }
}
