using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Shows a user or a team, and lists them.</summary>
internal static class ReadOwnerEndpoint
{
    // Of users and teams the console knows one moment, that of their creation.
    private static readonly string[] Orders = ["signed_up_at", "last_active_at", "created_at"];

    public static async Task<IResult> GetAsync(string id, HttpContext http, StackOwners owners, CancellationToken cancellation) =>
        await owners.FindAsync(http, id, cancellation) is { } owner ? StackOwner.Answer(owner) : http.StackKeyType().OwnerNotFound(id);

    /// <summary>All of them, unless a page is asked for: Stack's client looks for one team in the whole list.</summary>
    public static async Task<IResult> ListAsync(HttpContext http, StackOwners owners, CancellationToken cancellation)
    {
        var parameters = new ApiParameters(http.Request.Query);
        var limit = parameters.Number(StackFields.Limit, 1, PageRequest.MaxLimit);
        var query = Read(parameters, http);
        if (parameters.Faults.Count > 0)
        {
            return StackError.Schema(http.Request, parameters.Faults.Select(TextOf));
        }

        if (Flag(parameters, StackFields.OnlyAnonymous) is true)
        {
            // There are none.
            return VendorJson.SnakeCase.Answer(Form(new([], null)));
        }

        var page = limit is { } atMost
            ? await owners.ListAsync(http, query with { Page = new(parameters.Text(StackFields.Cursor), atMost) }, cancellation)
            : await owners.ListAllAsync(http, query, cancellation);
        return page.Succeeded
            ? VendorJson.SnakeCase.Answer(Form(page.Value))
            : StackError.Schema(http.Request, page.Failures.Select(TextOf));
    }

    private static OwnerQuery Read(ApiParameters parameters, HttpContext http)
    {
        _ = parameters.Value<int>(StackFields.OrderBy, text => Orders.Contains(text) ? 0 : null, $"one of {string.Join(", ", Orders)}");
        _ = Flag(parameters, StackFields.IncludeAnonymous);
        _ = Flag(parameters, StackFields.IncludeRestricted);
        return new(http.ApiCaller().OrganizationId, new())
        {
            WithMember = parameters.Text(StackFields.UserId),
            MemberOf = parameters.Text(StackFields.TeamId),
            Search = parameters.Text(StackFields.Query),
            Order = Flag(parameters, StackFields.Desc) is true ? OwnerOrder.Newest : OwnerOrder.Oldest,
        };
    }

    private static bool? Flag(ApiParameters parameters, string name) =>
        parameters.Value<bool>(name, text => text is "true" ? true : text is "false" ? false : null, "true or false");

    private static string TextOf(Failure fault) => $"query.{fault.Field}: {fault.Message}";

    private static StackPage Form(Page<Owner> page) => new([.. page.Items.Select(StackOwner.Of)], new(page.Next));
}

/// <summary>A page of users or teams.</summary>
internal sealed record StackPage(IReadOnlyList<object> Items, StackPagination Pagination)
{
    public bool IsPaginated { get; } = true;
}

/// <summary>Where the next page begins; null on the last.</summary>
internal sealed record StackPagination(string? NextCursor);
