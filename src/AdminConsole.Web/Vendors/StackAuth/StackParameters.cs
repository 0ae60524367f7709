namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>The parameters that a route takes in its query, and no others.</summary>
internal sealed record StackParameters(params IReadOnlyList<string> Names)
{
    public static StackParameters None { get; } = new();

    public static StackParameters OfUsers { get; } = new(
        StackFields.TeamId,
        StackFields.Limit,
        StackFields.Cursor,
        StackFields.OrderBy,
        StackFields.Desc,
        StackFields.Query,
        StackFields.IncludeAnonymous,
        StackFields.OnlyAnonymous,
        StackFields.IncludeRestricted);

    public static StackParameters OfTeams { get; } =
        new(StackFields.UserId, StackFields.Limit, StackFields.Cursor, StackFields.OrderBy, StackFields.Desc, StackFields.Query);
}
