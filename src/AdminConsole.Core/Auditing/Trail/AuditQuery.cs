using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Auditing.Trail;

/// <summary>Which audit entries of an organization to show, and which page of them; the newest come first.</summary>
public sealed record AuditQuery(Id<Organization> OrganizationId)
{
    public const int MaxLimit = 100;

    /// <summary>The id of who acted, as it is shown.</summary>
    public string? ActorId { get; init; }

    /// <summary>One of <see cref="AuditActions"/>.</summary>
    public string? Action { get; init; }

    /// <summary>The id of what was acted on, as it is shown.</summary>
    public string? Subject { get; init; }

    /// <summary>At this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>From a page of the same query: <see cref="AuditPage.Next"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>A page of audit entries.</summary>
/// <param name="Next">The cursor of the page after this one; null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);
