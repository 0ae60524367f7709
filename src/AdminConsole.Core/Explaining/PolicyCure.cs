namespace AdminConsole.Core.Explaining;

/// <summary>What makes one failed check pass: the fewest edits, or the reason why none does.</summary>
internal sealed record PolicyCure(IReadOnlyList<PolicyEdit> Edits, string? Incurable = null)
{
    public static PolicyCure None(string reason) => new([], reason);

    public static implicit operator PolicyCure(PolicyEdit edit) => new([edit]);
}
