using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Text;
using AdminConsole.Web.Components.Fields;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>Who and what a key acts for, and what services are told of it.</summary>
public sealed partial class KeyOwnerFields
{
    private const string ClaimsExample = """{ "plan": "pro" }""";

    [Parameter, EditorRequired] public required KeyForm Form { get; set; }

    [Parameter, EditorRequired] public required OrganizationChoices Choices { get; set; }

    private IReadOnlyList<SelectOption<Id<Owner>?>> Owners =>
    [
        .. Choices.Owners.Select(owner => new SelectOption<Id<Owner>?>(
            owner.Id, T["KeyDialog.Owner.Option", owner.Name, T[$"KeyDialog.OwnerKind.{owner.Kind}"].Value])),
    ];

    private IReadOnlyList<CheckOption> Projects => [.. Choices.Projects.Select(project => new CheckOption(project.Id.ToString(), project.Name))];

    private IReadOnlyList<string> Chosen => [.. Form.Draft.ProjectIds.Select(id => id.ToString())];

    private void Choose(IReadOnlyList<string> ids) => Form.Set(KeyFields.Projects, Form.Draft with
    {
        ProjectIds = [.. Choices.Projects.Select(project => project.Id).Where(id => ids.Contains(id.ToString(), StringComparer.Ordinal))],
    });
}
