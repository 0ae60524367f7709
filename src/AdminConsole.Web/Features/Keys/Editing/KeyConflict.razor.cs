using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Editing;

/// <summary>Two edits of the same version, side by side: for each field that differs, whose is to stand.</summary>
public sealed partial class KeyConflict(ViewerZone zone)
{
    private readonly string _stem = $"m{Guid.NewGuid():N}";
    private KeyFieldText _text = null!;

    [Parameter, EditorRequired] public required EditConflict Conflict { get; set; }

    [Parameter, EditorRequired] public required OrganizationChoices Choices { get; set; }

    [Parameter] public EventCallback OnChoice { get; set; }

    protected override void OnInitialized() => _text = new(T, zone);

    private Task ChooseAsync(MergeField field, MergeSide side)
    {
        Conflict.Merge.Choose(field, side);
        return OnChoice.InvokeAsync();
    }
}
