using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Paths;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>The keys of one organization. The URL holds what is shown; every choice here goes there and comes back.</summary>
public sealed partial class KeysPage(
    CurrentOrganization organizations, KeyDialogs dialogs, KeyListPlace place, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private OrganizationRights? _access;
    private KeyListView _view = new();
    private bool _resolved;
    private bool _restores = true;

    [SupplyParameterFromQuery] public string? Org { get; set; }

    [SupplyParameterFromQuery] public string? Tab { get; set; }

    [SupplyParameterFromQuery] public string? Q { get; set; }

    [SupplyParameterFromQuery] public string? Status { get; set; }

    [SupplyParameterFromQuery] public string? Unused { get; set; }

    [SupplyParameterFromQuery] public string? Tag { get; set; }

    [SupplyParameterFromQuery] public string? Scope { get; set; }

    [SupplyParameterFromQuery] public string? Owner { get; set; }

    [SupplyParameterFromQuery] public string? Project { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery] public string? Dir { get; set; }

    [SupplyParameterFromQuery] public string? Cursor { get; set; }

    [SupplyParameterFromQuery] public string? Size { get; set; }

    // Cancelled, not disposed: a load still running may read the token once more.
    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        // Leaving takes the parameters away before the page itself: that is no address of the list.
        if (AppRoutes.PathOf(navigation.ToBaseRelativePath(navigation.Uri)) != AppRoutes.Keys)
        {
            return;
        }

        _view = new KeyListUrl
        {
            Tab = Tab,
            Q = Q,
            Status = Status,
            Unused = Unused,
            Tag = Tag,
            Scope = Scope,
            Owner = Owner,
            Project = Project,
            Sort = Sort,
            Dir = Dir,
            Cursor = Cursor,
            Size = Size,
        }.ToView();
        _access = await organizations.ResolveAsync(Org, _leaving.Token);
        _resolved = true;
        if (_access is not null)
        {
            place.Remember(_access.Slug, KeyListUrl.Of(_view, _access.Slug));
        }

        if (organizations.LooksUpOnly)
        {
            navigation.NavigateTo(AppRoutes.LookUp, replace: true);
        }
        else if (_access is not null && (Org is null || (_view.Search is null && !string.IsNullOrWhiteSpace(Q))))
        {
            // An address that is handed on must mean the same organization to whoever opens it, and no address may hold a secret.
            navigation.NavigateTo(KeyListUrl.Of(_view, _access.Slug), replace: true);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_restores && _access is { MayWrite: true })
        {
            _restores = false;
            await dialogs.RestoreAsync(_access.Id);
        }
    }

    private void Show(KeyListView view)
    {
        // Going back should leave a search, not take it apart letter by letter.
        var goesOnTyping = view.Search is not null && _view.Search is not null && view.Search != _view.Search;
        navigation.NavigateTo(KeyListUrl.Of(view, _access!.Slug), replace: goesOnTyping);
    }

    private async Task CreateAsync()
    {
        if (_access is not null)
        {
            await dialogs.CreateAsync(_access.Id);
        }
    }
}
