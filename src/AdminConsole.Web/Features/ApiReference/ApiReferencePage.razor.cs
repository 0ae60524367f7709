using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.ApiReference;

/// <summary>Shows the description of the API, and lets it be tried with a management key that stays in the page.</summary>
public sealed partial class ApiReferencePage(ScriptModules scripts)
{
    private const string Module = "js/api-reference.js";

    private ElementReference _place;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await scripts.CallAsync(Module, "show", _place, DescriptionEndpoint.Path);
        }
    }
}
