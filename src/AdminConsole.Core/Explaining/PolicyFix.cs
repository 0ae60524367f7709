namespace AdminConsole.Core.Explaining;

/// <summary>What makes one failed check pass: the fewest edits, or the reason why none does.</summary>
internal sealed record PolicyFix(IReadOnlyList<PolicyEdit> Edits, string? Unfixable = null)
{
    public static PolicyFix None(string reason) => new([], reason);

    public static implicit operator PolicyFix(PolicyEdit edit) => new([edit]);
}
