namespace AdminConsole.Core.Auditing;

/// <summary>One field that a change made different.</summary>
/// <param name="Field">Its name in the API, in failures and in audit entries.</param>
/// <param name="Before">What it was, one entry a value of a list; empty for none.</param>
/// <param name="After">What it is.</param>
public sealed record FieldChange(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After);
