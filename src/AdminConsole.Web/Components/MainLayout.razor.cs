using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AdminConsole.Web.Components;

public sealed partial class MainLayout(ViewerZone zone)
{
    private ErrorBoundary? _boundary;
    private bool _ready;

    [CascadingParameter] public ShellContext? Shell { get; set; }

    protected override async Task OnInitializedAsync()
    {
        // Pages are shown once the zone is known, so that no date jumps after it was read. Static pages show UTC.
        if (RendererInfo.IsInteractive)
        {
            await zone.LoadAsync();
        }

        _ready = true;
    }

    // A page that failed must not take the next one with it.
    protected override void OnParametersSet() => _boundary?.Recover();
}
