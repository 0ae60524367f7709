using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Text;
using AdminConsole.Web.Features.LookUp;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>The search and the filters, in one row that never pushes the table.</summary>
public sealed partial class KeyFilterBar(OrganizationQueries organizationQueries, CurrentOperator person, SearchHandover handover) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private OrganizationChoices? _choices;
    private Id<Organization>? _chosenOf;

    [Parameter, EditorRequired] public required Id<Organization> Organization { get; set; }

    [Parameter, EditorRequired] public required KeyListView View { get; set; }

    [Parameter] public EventCallback<KeyListView> ViewChanged { get; set; }

    /// <summary>What else stands in the row, at its end.</summary>
    [Parameter] public RenderFragment? End { get; set; }

    public void Dispose() => _leaving.Cancel();

    // Most who open the list choose nothing: they need not wait for what there is to choose from. Owners and projects stand in the URL by their ids.
    protected override async Task OnParametersSetAsync()
    {
        _choices = _chosenOf == Organization ? _choices : null;
        if (_choices is null && (View.OwnerId is not null || View.ProjectId is not null))
        {
            await ChoicesAsync();
        }
    }

    private Task SearchAsync(string? text) =>
        handover.TryHandOver(text) ? Task.CompletedTask : ViewChanged.InvokeAsync(View with { Search = text, Cursor = null });

    private async Task<OrganizationChoices?> ChoicesAsync()
    {
        _chosenOf = Organization;
        var choices = await organizationQueries.ChoicesAsync(await person.ActorAsync(_leaving.Token), Organization, _leaving.Token);

        // Refused: the list says why.
        return _choices = choices.Succeeded ? choices.Value : null;
    }
}
