using AdminConsole.Organizations;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Layout;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Web.Features.Organizations;

/// <summary>
/// Tells the shell who is signed in, which organizations there are to choose from, and which is chosen. Pages are shown once
/// that and the viewer's zone are known, so that no date jumps after it was read.
/// </summary>
public sealed partial class ShellProvider(
    CurrentOrganization organizations, CurrentOperator person, ViewerZone zone, NavigationManager navigation) : IDisposable
{
    private OperatorProfile? _profile;
    private ShellContext? _shell;
    private bool _ready;

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    public void Dispose() => organizations.Changed -= OnChanged;

    protected override async Task OnInitializedAsync()
    {
        // Static pages have no browser to ask: they show UTC, and no organization but the first.
        if (RendererInfo.IsInteractive)
        {
            await zone.LoadAsync();
            await organizations.RecallAsync();
        }

        _profile = await person.ProfileAsync();
        if (_profile is not null)
        {
            await LoadAsync();
        }

        _ready = true;
    }

    private async Task LoadAsync()
    {
        organizations.Changed += OnChanged;
        var query = QueryHelpers.ParseQuery(navigation.ToAbsoluteUri(navigation.Uri).Query);
        await organizations.ResolveAsync(query.GetValueOrDefault(CurrentOrganization.UrlParameter), CancellationToken.None);
        _shell = Shell();
    }

    private void OnChanged(object? sender, EventArgs change) => _ = InvokeAsync(() =>
    {
        _shell = Shell();
        StateHasChanged();
    });

    private ShellContext Shell() => new(
        _profile!.DisplayName,
        _profile.Email,
        [.. organizations.Available.Select(Choice)],
        organizations.Selected is { } selected ? Choice(selected.Organization) : null,
        [.. ShellNavigation.Entries.Where(entry => organizations.Rights.Contains(entry.Needs))]);

    private static OrganizationChoice Choice(OrganizationSummary organization) => new(organization.Slug, organization.Name);
}
