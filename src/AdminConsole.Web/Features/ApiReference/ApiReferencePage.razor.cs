using AdminConsole.Web.Api.OpenApi;
using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.ApiReference;

/// <summary>Shows the description of the API, and lets it be tried with a management key that stays in the page.</summary>
public sealed partial class ApiReferencePage(ScriptModules scripts, ViewerFiles files)
{
    private const string Module = "js/api-reference.js";

    private ElementReference _place;
    private ViewerState _state;

    private enum ViewerState { Loading, Shown, Failed }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task LoadAsync()
    {
        _state = ViewerState.Loading;
        var shown = await scripts.CallAsync<bool>(Module, "show", _place, files.ScriptPath, DescriptionEndpoint.Path);
        _state = shown ? ViewerState.Shown : ViewerState.Failed;
    }
}
