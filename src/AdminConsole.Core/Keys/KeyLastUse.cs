using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>
/// When and from where a key was last used: a small row apart from the key's, because it changes with every minute of traffic. Where it stood among
/// all else of the key, a minute of a hundred thousand keys wrote a gigabyte.
/// </summary>
public sealed class KeyLastUse
{
    public long KeyRow { get; private init; }

    /// <summary>The key's, here for the index that the list is sorted by.</summary>
    public required Id<Organization> OrganizationId { get; init; }

    /// <summary>Null when it never was.</summary>
    public DateTimeOffset? At { get; private init; }

    /// <summary>Null when none was given.</summary>
    public string? Address { get; private init; }
}
