using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Policies;
using AdminConsole.Web.Components.Fields;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>What of the organization's things a key may be used for, and how much.</summary>
public sealed partial class KeyLimitFields
{
    [Parameter, EditorRequired] public required KeyForm Form { get; set; }

    [Parameter, EditorRequired] public required OrganizationChoices Choices { get; set; }

    private KeyLimits Limits => Form.Draft.Limits;

    private IReadOnlyList<CheckOption> Projects => [.. Choices.Projects.Select(project => new CheckOption(project.Id.ToString(), project.Name))];

    private IReadOnlyList<string> Chosen => [.. Form.Draft.ProjectIds.Select(id => id.ToString())];

    private void Choose(IReadOnlyList<string> ids) => Form.Set(KeyFields.Projects, Form.Draft with
    {
        ProjectIds = [.. Choices.Projects.Select(project => project.Id).Where(id => ids.Contains(id.ToString(), StringComparer.Ordinal))],
    });

    private void Set(string field, KeyLimits limits) => Form.Set(field, Form.Draft with { Limits = limits });

    // What no int holds is out of the limits' range as well: the check says so.
    private static int? Fit(long? count) => count is { } given ? (int)Math.Clamp(given, int.MinValue, int.MaxValue) : null;
}
