using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;

namespace AdminConsole.Core.Explaining;

/// <summary>Edits that together, and only together, let a request pass.</summary>
public sealed class SuggestedEdit
{
    internal SuggestedEdit(IReadOnlyList<PolicyEdit> edits)
    {
        Edits = edits;
        Patch = edits.Aggregate(new KeyPatch(), (patch, edit) => edit.WriteInto(patch));
    }

    public IReadOnlyList<PolicyEdit> Edits { get; }

    /// <summary>All of them but the switch, which is no setting and so in no patch: see <see cref="Enables"/>.</summary>
    public KeyPatch Patch { get; }

    /// <summary>The key has to be enabled.</summary>
    public bool Enables => Edits.Any(edit => edit.Field is KeyFields.Enabled);

    /// <summary>The patch changes a setting; otherwise enabling the key is all there is to do.</summary>
    public bool Patches => Edits.Any(edit => edit.Field is not KeyFields.Enabled);
}
