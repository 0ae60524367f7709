using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Lists the organization's keys, the newest first unless another order is asked for.</summary>
internal sealed class ListKeysEndpoint : IQueryParameters<KeyQuery>
{
    private const int MinLimit = 10;
    private const int DefaultLimit = 50;

    private static readonly Dictionary<string, KeySort> Sorts = new(StringComparer.Ordinal)
    {
        ["created_at"] = KeySort.Created,
        ["updated_at"] = KeySort.Updated,
        ["name"] = KeySort.Name,
        ["expires_at"] = KeySort.Expires,
    };

    public static Task<IResult> AnswerAsync(
        Query<ListKeysEndpoint, KeyQuery> query, HttpContext http, VendorKeys keys, CancellationToken cancellation) =>
        keys.AnswerListAsync(http, query.Value, Form, cancellation);

    private static IResult Form(KeyDetailsList page, DateTimeOffset now) => VendorJson.SnakeCase.Answer(
        new NirvanaKeyList([.. page.Keys.Select(NirvanaKey.Of)], new(page.Next, page.Previous, page.Total)));

    public static IReadOnlyList<ParameterText> Taken { get; } = ParameterText.Undescribed(
        NirvanaFields.Cursor, NirvanaFields.Limit, NirvanaFields.Name, NirvanaFields.Status, NirvanaFields.Tags, NirvanaFields.Sort);

    public static KeyQuery Read(ApiParameters parameters, Id<Organization> organization)
    {
        var (sort, descending) = ReadSort(parameters);
        return new(organization)
        {
            Name = parameters.Text(NirvanaFields.Name),
            Statuses = ReadStatuses(parameters),
            AllTags = parameters.Text(NirvanaFields.Tags)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
            Sort = sort,
            Descending = descending,
            Cursor = parameters.Text(NirvanaFields.Cursor),
            Limit = parameters.Number(NirvanaFields.Limit, MinLimit, KeyQuery.MaxLimit) ?? DefaultLimit,
            CountUpTo = int.MaxValue,
        };
    }

    private static IReadOnlyList<KeyStatus> ReadStatuses(ApiParameters parameters)
    {
        if (parameters.Text(NirvanaFields.Status) is not { } name)
        {
            return [];
        }

        if (NirvanaStatus.Parse(name) is { } statuses)
        {
            return statuses;
        }

        parameters.Refuse(
            NirvanaFields.Status, "status.unknown", $"Give {NirvanaStatus.Active}, {NirvanaStatus.Inactive} or {NirvanaStatus.Expired}.");
        return [];
    }

    // Nirvana sorts by several fields; here the order of creation alone decides between equals.
    private static (KeySort Sort, bool Descending) ReadSort(ApiParameters parameters)
    {
        if (parameters.Text(NirvanaFields.Sort) is not { } text)
        {
            return (KeySort.Created, true);
        }

        var parts = text.Split(':');
        if (parts.Length <= 2 && Sorts.TryGetValue(parts[0], out var sort) && parts.ElementAtOrDefault(1) is null or "asc" or "desc")
        {
            return (sort, parts.ElementAtOrDefault(1) is "desc");
        }

        parameters.Refuse(NirvanaFields.Sort, "sort.unknown", $"Give one of {string.Join(", ", Sorts.Keys)}, with :asc or :desc behind it.");
        return (KeySort.Created, true);
    }
}

/// <summary>A page of the organization's keys.</summary>
internal sealed record NirvanaKeyList(IReadOnlyList<NirvanaKey> Items, NirvanaPagination Pagination);

/// <summary>Where the pages beside this one begin; null where there is none.</summary>
internal sealed record NirvanaPagination(string? NextCursor, string? PreviousCursor, int TotalCount);
