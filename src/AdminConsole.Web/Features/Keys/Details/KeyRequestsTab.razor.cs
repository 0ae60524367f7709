using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Details;

/// <summary>
/// What was asked of the key lately, and what would be answered to another request. A revoked key refuses each request, so there is nothing to ask.
/// </summary>
public sealed partial class KeyRequestsTab(OrganizationQueries organizationQueries, CurrentOperator person) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ProjectSummary>? _projects;
    private KeyNames _names = KeyNames.None;

    [Parameter, EditorRequired] public required KeyDetails Key { get; set; }

    [Parameter] public bool CanEdit { get; set; }

    /// <summary>The key is no longer as it was.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnInitializedAsync()
    {
        var choices = await organizationQueries.ChoicesAsync(await person.ActorAsync(_leaving.Token), Key.OrganizationId, _leaving.Token);
        _names = choices.Succeeded ? KeyNames.Of(choices.Value) : KeyNames.None;
        _projects = choices.Succeeded ? choices.Value.Projects : [];
    }
}
