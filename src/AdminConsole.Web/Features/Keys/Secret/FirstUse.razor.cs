using AdminConsole.Core.Keys;
using AdminConsole.Core.Usage;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Secret;

/// <summary>Looks for the new key's first verification for as long as it is shown, and tells of it.</summary>
public sealed partial class FirstUse(UsageQueries usage, CurrentOperator person, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private KeyAddress? _use;

    [Parameter, EditorRequired] public required KeyTarget Target { get; set; }

    private string Dot =>
        _use switch { null => "border-2 border-solid mud-border-secondary", { Allowed: > 0 } => "mud-theme-success", _ => "mud-theme-warning" };

    public void Dispose() => _leaving.Cancel();

    // Awaited, so that a failure of the database takes this line away and not the page.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            using var pauses = new PeriodicTimer(Pause, clock);
            while (_use is not { Allowed: > 0 } && await pauses.WaitForNextTickAsync(_leaving.Token))
            {
                await LookAsync();
            }
        }
    }

    private async Task LookAsync()
    {
        var addresses = await usage.AddressesAsync(await person.ActorAsync(_leaving.Token), Target, _leaving.Token);
        var found = addresses.Succeeded
            ? addresses.Value.OrderByDescending(address => address.Allowed > 0).ThenBy(address => address.FirstSeen).FirstOrDefault()
            : null;
        if (found != _use)
        {
            _use = found;
            StateHasChanged();
        }
    }
}
