using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Owners;
using AdminConsole.Projects;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>What the list of keys shows: its filters, order and page. The URL holds all of it (<see cref="KeyListUrl"/>).</summary>
public sealed record KeyListView
{
    public const int DefaultSize = 50;

    public static IReadOnlyList<int> Sizes { get; } = [25, DefaultSize, KeyQuery.MaxLimit];

    public string? Search { get; init; }

    public IReadOnlyList<KeyStatus> Statuses { get; init; } = [];

    public string? Tag { get; init; }

    public string? Scope { get; init; }

    public Id<Owner>? OwnerId { get; init; }

    public Id<Project>? ProjectId { get; init; }

    public KeySort Sort { get; init; } = KeySort.Created;

    public bool Descending { get; init; } = true;

    public string? Cursor { get; init; }

    public int Size { get; init; } = DefaultSize;

    public bool IsFiltered => Search is not null || Statuses.Count > 0 || HasDetailFilter;

    public bool HasDetailFilter => Tag is not null || Scope is not null || OwnerId is not null || ProjectId is not null;

    /// <summary>The same order and page size, from the first page on, of every key.</summary>
    public KeyListView Unfiltered => new() { Sort = Sort, Descending = Descending, Size = Size };

    public KeyListView Toggle(KeyStatus status) => this with
    {
        Statuses = Statuses.Contains(status) ? [.. Statuses.Where(kept => kept != status)] : [.. Statuses.Append(status).Order()],
        Cursor = null,
    };

    public KeyQuery ToQuery(Id<Organization> organization) => new(organization)
    {
        Search = Search,
        Statuses = Statuses,
        Tag = Tag,
        Scope = Scope,
        OwnerId = OwnerId,
        ProjectId = ProjectId,
        Sort = Sort,
        Descending = Descending,
        Cursor = Cursor,
        Limit = Size,
    };
}
