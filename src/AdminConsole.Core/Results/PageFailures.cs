namespace AdminConsole.Core.Results;

/// <summary>What can be wrong with the page that a list is asked for.</summary>
internal static class PageFailures
{
    public static Failure Cursor { get; } =
        Failure.Invalid("cursor", "cursor.invalid", "This cursor is not one of this list. Start again without it.");

    public static Failure Limit(int max) => Failure.Invalid("limit", "limit.range", $"Ask for 1 to {max} at a time.");
}
