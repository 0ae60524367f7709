using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>What the list of keys shows: its tab, filters, order and page. The URL holds all of it (<see cref="KeyListUrl"/>).</summary>
public sealed record KeyListView
{
    public const int DefaultSize = 50;

    public static IReadOnlyList<int> Sizes { get; } = [25, DefaultSize, KeyQuery.MaxLimit];

    public KeyTab Tab { get; init; }

    public string? Search { get; init; }

    /// <summary>Only where the tab has none of its own (<see cref="TabHasStatus"/>).</summary>
    public IReadOnlyList<KeyStatus> Statuses { get; init; } = [];

    public int? UnusedDays { get; init; }

    public string? Tag { get; init; }

    public string? Scope { get; init; }

    public Id<Owner>? OwnerId { get; init; }

    public Id<Project>? ProjectId { get; init; }

    public KeySort Sort { get; init; } = KeySort.Created;

    public bool Descending { get; init; } = true;

    public string? Cursor { get; init; }

    public int Size { get; init; } = DefaultSize;

    public bool TabHasStatus => Tab is not (KeyTab.All or KeyTab.Unused or KeyTab.Management);

    /// <summary>Narrower than its tab.</summary>
    public bool IsFiltered => Search is not null || Statuses.Count > 0 || UnusedDays is not null || Tag is not null || Scope is not null
        || OwnerId is not null || ProjectId is not null;

    /// <summary>The same tab, order and page size, from the first page on.</summary>
    public KeyListView Unfiltered => new() { Tab = Tab, Sort = Sort, Descending = Descending, Size = Size };

    /// <summary>The same search and filters in another tab, but for those that it decides itself.</summary>
    public KeyListView In(KeyTab tab) => this with { Tab = tab, Statuses = [], UnusedDays = null, Cursor = null };

    public KeyListView WithStatus(KeyStatus status) => this with { Statuses = [.. Statuses.Append(status).Distinct().Order()] };

    public KeyListView WithoutStatus(KeyStatus status) => this with { Statuses = [.. Statuses.Where(kept => kept != status)] };

    public KeyQuery ToQuery(Id<Organization> organization) => Tab.Narrow(new(organization)
    {
        Search = Search,
        Statuses = Statuses,
        UnusedForDays = UnusedDays,
        Tag = Tag,
        Scope = Scope,
        OwnerId = OwnerId,
        ProjectId = ProjectId,
        Sort = Sort,
        Descending = Descending,
        Cursor = Cursor,
        Limit = Size,

        // How many there are in a whole tab is counted already.
        CountUpTo = IsFiltered ? KeyPage.CountedUpTo + 1 : 0,
    });
}
