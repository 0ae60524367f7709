using AdminConsole.Core.Owners;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Shows a user or a team, and lists them.</summary>
internal static class ReadOwnerEndpoint
{
    public static async Task<IResult> GetAsync(string id, HttpContext http, StackOwners owners, CancellationToken cancellation) =>
        await owners.FindAsync(http, id, cancellation) is { } owner ? StackOwner.Answer(owner) : http.StackKeyType().OwnerNotFound(id);

    /// <summary>All of them, unless a page is asked for: Stack's client looks for one team in the whole list.</summary>
    public static async Task<IResult> ListAsync(HttpContext http, StackOwners owners, CancellationToken cancellation)
    {
        var parameters = new ApiParameters(http.Request.Query);
        var limit = parameters.Number(StackFields.Limit, 1, PageRequest.MaxLimit);
        if (parameters.Faults.Count > 0)
        {
            return StackError.Schema(http.Request, parameters.Faults.Select(fault => $"query.{fault.Field}: {fault.Message}"));
        }

        var page = limit is { } atMost
            ? await owners.ListAsync(http, new(parameters.Text(StackFields.Cursor), atMost), id: null, cancellation)
            : await owners.ListAllAsync(http, cancellation);
        return page.Succeeded
            ? VendorJson.SnakeCase.Answer(Form(page.Value))
            : StackError.Schema(http.Request, page.Failures.Select(fault => $"query.{fault.Field}: {fault.Message}"));
    }

    private static StackPage Form(Page<Owner> page) => new([.. page.Items.Select(StackOwner.Of)], new(page.Next));
}

/// <summary>A page of users or teams.</summary>
internal sealed record StackPage(IReadOnlyList<object> Items, StackPagination Pagination)
{
    public bool IsPaginated { get; } = true;
}

/// <summary>Where the next page begins; null on the last.</summary>
internal sealed record StackPagination(string? NextCursor);
