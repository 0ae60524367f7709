using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Web.Components.Fields;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>Ticks where it is known which scopes there are (a management key, an organization with a catalogue), free entry where not.</summary>
public sealed partial class KeyScopesField
{
    [Parameter, EditorRequired] public required KeyForm Form { get; set; }

    [Parameter, EditorRequired] public required OrganizationChoices Choices { get; set; }

    private bool IsManagement => Form.Kind is KeyKind.Management;

    private string Help => T[IsManagement ? "KeyDialog.Scopes.HelpManagement" : "KeyDialog.Scopes.Help"];

    private IReadOnlyList<CheckOption>? Offered => IsManagement
        ? [.. ManagementScopes.All.Select(scope => new CheckOption(scope, scope, T[$"KeyDialog.ManagementScope.{scope}"]))]
        : Choices.ScopeCatalogue.Count > 0 ? Catalogue : null;

    // A scope that has left the catalogue stays on the keys that have it, and can be taken away here.
    private IReadOnlyList<CheckOption> Catalogue =>
    [
        .. Choices.ScopeCatalogue.Select(scope => new CheckOption(scope.Scope, scope.Scope, scope.Description)),
        .. Form.Start.Scopes.Except(Choices.ScopeCatalogue.Select(scope => scope.Scope), StringComparer.Ordinal)
            .Select(scope => new CheckOption(scope, scope, T["KeyDialog.Scopes.NoLongerOffered"])),
    ];

    private void Set(IReadOnlyList<string> scopes) => Form.Set(KeyFields.Scopes, Form.Draft with { Scopes = scopes });
}
