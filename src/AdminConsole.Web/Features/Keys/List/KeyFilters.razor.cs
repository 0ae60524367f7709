using AdminConsole.Organizations;
using AdminConsole.Owners;
using AdminConsole.Projects;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.List;

public sealed partial class KeyFilters(OrganizationDirectory directory, CurrentOperator person) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private Id<Organization>? _shown;
    private OrganizationChoices? _choices;
    private List<SelectOption<string>> _scopes = [];
    private List<SelectOption<string>> _tags = [];
    private List<SelectOption<Id<Owner>?>> _owners = [];
    private List<SelectOption<Id<Project>?>> _projects = [];

    [Parameter, EditorRequired] public required Id<Organization> Organization { get; set; }

    [Parameter, EditorRequired] public required KeyListView View { get; set; }

    [Parameter] public EventCallback<KeyListView> ViewChanged { get; set; }

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Organization)
        {
            return;
        }

        _shown = Organization;
        var choices = await directory.ChoicesAsync(await person.ActorAsync(_leaving.Token), Organization, _leaving.Token);

        // Refused: the table says why, and there is nothing to choose from.
        _choices = choices.Succeeded ? choices.Value : null;
        _scopes = [.. (_choices?.UsedScopes ?? []).Select(Same)];
        _tags = [.. (_choices?.UsedTags ?? []).Select(Same)];
        _owners = [.. (_choices?.Owners ?? []).Select(owner => new SelectOption<Id<Owner>?>(owner.Id, owner.Name))];
        _projects = [.. (_choices?.Projects ?? []).Select(project => new SelectOption<Id<Project>?>(project.Id, project.Name))];
    }

    private static SelectOption<string> Same(string value) => new(value, value);

    // Somebody else's link may name one that is gone: its id is better than nothing.
    private static string TextOf<T>(List<SelectOption<T?>> options, T value)
        where T : struct => options.Find(option => option.Value.Equals(value))?.Text ?? value.ToString()!;

    // What is shown next has pages of its own.
    private Task ChangeAsync(KeyListView view) => ViewChanged.InvokeAsync(view with { Cursor = null });
}
