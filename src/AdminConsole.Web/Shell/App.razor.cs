using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace AdminConsole.Web.Shell;

public sealed partial class App
{
    private readonly CultureInfo _culture = CultureInfo.CurrentUICulture;
    private string? _theme;

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    // Where the machine names no language .NET's culture is the invariant one, which is none; our texts are English then.
    private string Language => _culture.Name.Length == 0 ? "en" : _culture.TwoLetterISOLanguageName;

    // Account pages write cookies, which a circuit cannot: they opt out of interactive routing and are rendered statically.
    private IComponentRenderMode? PageMode =>
        HttpContext.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;

    protected override void OnInitialized() =>
        _theme = HttpContext.Request.Cookies["console-theme"] is "light" or "dark" ? HttpContext.Request.Cookies["console-theme"] : null;
}
