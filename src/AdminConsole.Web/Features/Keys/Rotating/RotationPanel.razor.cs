using System.Data.Common;
using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Rotating;

/// <summary>
/// A rotation on its way: the old key and the new one side by side, who still uses the old one, and the button to end it. Shown on the pages of both
/// while both are valid.
/// </summary>
public sealed partial class RotationPanel(
    KeyQueries keyQueries,
    UsageQueries usage,
    RevokeKeyHandler revoker,
    CurrentOperator person,
    ConsoleToasts toasts,
    TimeProvider clock) : IDisposable
{
    private const int MostUsers = 5;

    /// <summary>A client that calls once a day has called by then.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromHours(24);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _leaving = new();
    private KeyDetails? _old;
    private KeyDetails? _new;
    private IReadOnlyList<KeyAddress> _users = [];

    /// <summary>Either of the two.</summary>
    [Parameter, EditorRequired] public required KeyDetails Key { get; set; }

    /// <summary>The organization's slug.</summary>
    [Parameter, EditorRequired] public required string Organization { get; set; }

    [Parameter] public bool MayRevoke { get; set; }

    /// <summary>The rotation was ended.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>Nobody used the old key since the rotation, or for so long that whoever uses it at all would have.</summary>
    private bool IsQuiet => _users.Count == 0 || _users[0].LastSeen < clock.GetUtcNow() - Silence;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (_old is not null && RendererInfo.IsInteractive)
        {
            _ = FollowAsync();
        }
    }

    /// <summary>Traffic moves while somebody watches.</summary>
    private async Task FollowAsync()
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (_old is not null && await timer.WaitForNextTickAsync(_leaving.Token))
            {
                await InvokeAsync(async () =>
                {
                    await LoadAsync();
                    StateHasChanged();
                });
            }
        }
        catch (Exception over) when (over is OperationCanceledException or StorageBusyException or DbException)
        {
            // The page was left, or the database does not answer: what is shown stays, and its times say how old it is.
        }
    }

    private async Task LoadAsync()
    {
        var actor = await person.ActorAsync(_leaving.Token);
        var (old, @new) = Key.Successor is { } successor
            ? (await ReadAsync(actor, Key.Id), await ReadAsync(actor, successor.Id))
            : (Key.Predecessor is { } predecessor ? await ReadAsync(actor, predecessor.Id) : null, Key);
        (_old, _new) = old is { Status: KeyStatus.Active or KeyStatus.Expiring } && @new is not null ? (old, @new) : (null, null);
        _users = _old is null ? [] : await UsersAsync(actor, _old.Target, _new!.CreatedAt);
    }

    private async Task<KeyDetails?> ReadAsync(Actor actor, Id<ApiKey> id)
    {
        var key = await keyQueries.GetAsync(actor, new(Key.OrganizationId, id), _leaving.Token);
        return key.Succeeded ? key.Value : null;
    }

    private async Task<IReadOnlyList<KeyAddress>> UsersAsync(Actor actor, KeyTarget old, DateTimeOffset rotated)
    {
        var addresses = await usage.AddressesAsync(actor, old, _leaving.Token);
        return addresses.Succeeded ? [.. addresses.Value.Where(address => address.LastSeen >= rotated)] : [];
    }

    private async Task EndAsync()
    {
        // Leaving the page must not undo the click.
        var command = new RevokeKey(_old!.Target, RevocationReason.Rotated);
        var ended = await revoker.RevokeAsync(await person.ActorAsync(CancellationToken.None), command, CancellationToken.None);
        if (ended.Succeeded)
        {
            toasts.Success(T["Rotation.Ended", _old.Settings.Name]);
        }
        else
        {
            toasts.Failure(ended.Failures[0].Message);
        }

        await LoadAsync();
        await OnChanged.InvokeAsync();
    }
}
