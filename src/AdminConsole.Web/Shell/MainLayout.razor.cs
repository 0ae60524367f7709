using Microsoft.AspNetCore.Components.Web;

namespace AdminConsole.Web.Shell;

public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;

    // A page that failed must not take the next one with it.
    protected override void OnParametersSet() => _boundary?.Recover();
}
