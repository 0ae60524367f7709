using System.Globalization;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Layout;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Web.Shell;

/// <summary>
/// Tells the shell who is signed in, which organizations there are to choose from, and which is chosen. Pages are shown once
/// that and the viewer's zone are known, so that no date jumps after it was read.
/// </summary>
public sealed partial class ShellProvider(
    CurrentOrganization organizations, CurrentOperator person, KeyCounts counts, KeysChangedNotifier notifier, ViewerZone zone,
    NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private OperatorProfile? _profile;
    private ShellContext? _shell;
    private string? _keyCount;
    private string? _countedAt;
    private bool _ready;

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    // Cancelled, not disposed: a count still running may read the token once more.
    public void Dispose()
    {
        _leaving.Cancel();
        organizations.Changed -= OnChanged;
        notifier.Happened -= OnNews;
        navigation.LocationChanged -= OnLocationChanged;
    }

    protected override async Task OnInitializedAsync()
    {
        // Static pages have no browser to ask: they show UTC.
        if (RendererInfo.IsInteractive)
        {
            await zone.LoadAsync();
        }

        _profile = await person.ProfileAsync();
        if (_profile is not null)
        {
            await organizations.ResolveAsync(OrganizationInUrl, _leaving.Token);
            _shell = Shell();
            organizations.Changed += OnChanged;
            notifier.Happened += OnNews;
            navigation.LocationChanged += OnLocationChanged;
            _countedAt = Path;
            _ = InvokeAsync(CountAsync);
        }

        _ready = true;
    }

    private string Path => AppRoutes.PathOf(navigation.Uri);

    private string? OrganizationInUrl =>
        QueryHelpers.ParseQuery(navigation.ToAbsoluteUri(navigation.Uri).Query).GetValueOrDefault(AppRoutes.OrganizationParameter);

    private void OnChanged(object? sender, EventArgs change) => _ = InvokeAsync(async () =>
    {
        _keyCount = null;
        Show();
        await CountAsync();
    });

    private void OnNews(object? sender, EventArgs change) => _ = InvokeAsync(CountAsync);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        // Pages that are about no organization do not ask which one the address names.
        if (OrganizationInUrl is { } slug && slug != organizations.Selected?.Slug)
        {
            await organizations.ResolveAsync(slug, _leaving.Token);
        }
        else if (Path != _countedAt)
        {
            await CountAsync();
        }

        _countedAt = Path;
    });

    // The document itself holds no number of keys.
    private async Task CountAsync()
    {
        if (RendererInfo.IsInteractive && organizations.Selected is { } selected)
        {
            var counted = await counts.CountTabsAsync(await person.ActorAsync(_leaving.Token), selected.Id, _leaving.Token);
            _keyCount = counted.Succeeded && selected == organizations.Selected ? CountText(counted.Value.All) : null;
            Show();
        }
    }

    private string CountText(int count) => count > KeyTabCounts.CountedUpTo
        ? T["Shell.ManyKeys", KeyTabCounts.CountedUpTo]
        : count.ToString("N0", CultureInfo.CurrentCulture);

    private void Show()
    {
        _shell = Shell();
        StateHasChanged();
    }

    private ShellContext Shell() => new(
        _profile!.DisplayName,
        _profile.Email,
        [.. organizations.Available.Select(Choice)],
        organizations.Selected is { } selected ? Choice(selected.Organization) : null,
        [.. ShellNavigation.Entries.Where(entry => organizations.Rights.Contains(entry.Needs))],
        _keyCount);

    private static OrganizationChoice Choice(OrganizationSummary organization) => new(organization.Slug, organization.Name);
}
