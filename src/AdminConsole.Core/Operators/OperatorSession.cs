namespace AdminConsole.Core.Operators;

/// <summary>
/// One sign-in of one operator, kept on the server: the cookie holds only its id, so that signing out ends every copy of
/// the cookie (SECURITY finding 2). The id itself is stored as a hash, for whoever reads the database.
/// </summary>
public sealed class OperatorSession
{
    /// <summary>Idle for longer than this, the session is over.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(30);

    /// <summary>A session is over this long after sign-in, however busy.</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    /// <summary>SHA-256 of the session id.</summary>
    public required byte[] IdHash { get; init; }

    public required Guid OperatorId { get; init; }

    /// <summary>The authentication ticket, encrypted by data protection.</summary>
    public required byte[] Ticket { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
