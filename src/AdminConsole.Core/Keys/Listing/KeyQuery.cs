using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Listing;

public enum KeySort
{
    Created,
    Name,
    Updated,
    Expires,
    LastUsed,
}

/// <summary>Which keys of an organization to list, in which order, and which page of them.</summary>
public sealed record KeyQuery(Id<Organization> OrganizationId)
{
    public const int MaxLimit = 100;
    public const int SearchMaxLength = 100;
    public const int MaxUnusedForDays = 3650;
    public const string UnusedDaysField = "unusedDays";

    /// <summary>
    /// Found anywhere in the name, description, hint or a tag, or the key's id in any of its forms. Upper and lower case are alike, in every script.
    /// </summary>
    public string? Search { get; init; }

    /// <summary>
    /// Any of these, each as its badge says; empty = every status. Who also takes expiring keys for active asks for <see cref="KeyStatuses.Usable"/>.
    /// </summary>
    public IReadOnlyList<KeyStatus> Statuses { get; init; } = [];

    /// <summary>Any of these; empty = every kind.</summary>
    public IReadOnlyList<KeyKind> Kinds { get; init; } = [];

    /// <summary>
    /// Only keys that are neither revoked nor expired and were not used for so many days, counted from creation when they never were. 1 to
    /// <see cref="MaxUnusedForDays"/>.
    /// </summary>
    public int? UnusedForDays { get; init; }

    public string? Scope { get; init; }

    public string? Tag { get; init; }

    /// <summary>Each of these.</summary>
    public IReadOnlyList<string> AllTags { get; init; } = [];

    /// <summary>Found anywhere in the name alone.</summary>
    public string? Name { get; init; }

    public Id<Owner>? OwnerId { get; init; }

    /// <summary>The owner by what the organization's own systems call it.</summary>
    public string? OwnerExternalId { get; init; }

    public Id<Project>? ProjectId { get; init; }

    public KeySort Sort { get; init; } = KeySort.Created;

    public bool Descending { get; init; } = true;

    /// <summary>
    /// Shows uses of the last minute also where the list is sorted by last use. Its order does not know them yet, so that a key used a second ago may
    /// stand below one used an hour ago: a page shows what it is sorted by, while the API promises the latest use.
    /// </summary>
    public bool AlwaysLatestUse { get; init; }

    /// <summary>From a page of the same query: <see cref="KeyPage.Next"/> or <see cref="KeyPage.Previous"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>
    /// How many keys to leave out before the page, for vendors that page by number. Each of them is read: a cursor is as fast on any page.
    /// </summary>
    public int Offset { get; init; }

    /// <summary>
    /// How far to count <see cref="KeyPage.Total"/>: 0 where nobody is told, and as far as there are keys for vendors that promise the whole number.
    /// </summary>
    public int CountUpTo { get; init; } = KeyPage.CountedUpTo + 1;
}

/// <summary>A page of a list of keys.</summary>
/// <param name="Next">The cursor of the page after this one; null on the last.</param>
/// <param name="Previous">The cursor of the page before; null on the first.</param>
/// <param name="Total">How many keys match, counted as far as <see cref="KeyQuery.CountUpTo"/>.</param>
public sealed record KeyPage(IReadOnlyList<KeySummary> Keys, string? Next, string? Previous, int Total)
{
    /// <summary>Where the console stops counting: a larger <see cref="Total"/> is shown as "1,000+".</summary>
    public const int CountedUpTo = 1000;
}

/// <summary>A page of a list of keys with all that may be shown of each.</summary>
public sealed record KeyDetailsList(IReadOnlyList<KeyDetails> Keys, string? Next, string? Previous, int Total);
