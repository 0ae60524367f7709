using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AdminConsole.Web.Components.Layout;

public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;

    [CascadingParameter] public ShellContext? Shell { get; set; }

    // A page that failed must not take the next one with it.
    protected override void OnParametersSet() => _boundary?.Recover();
}
