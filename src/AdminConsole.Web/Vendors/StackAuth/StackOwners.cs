using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Stack's users and teams: the owners of that kind, whom Stack calls by what the organization's own systems do.</summary>
internal sealed class StackOwners(OwnerQueries ownerQueries)
{
    /// <summary>The user or team with this id; null when there is none, of that kind.</summary>
    public Task<Owner?> FindAsync(HttpContext http, string id, CancellationToken cancellation) =>
        FindAsync(http, http.StackKeyType().Owner, id, cancellation);

    /// <summary>The owner of this kind with this id; null when there is none.</summary>
    public async Task<Owner?> FindAsync(HttpContext http, OwnerKind kind, string id, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var query = new OwnerQuery(caller.OrganizationId, new(Limit: 1)) { Kind = kind, ExternalId = id };
        var found = await ownerQueries.ListAsync(caller.Actor, query, cancellation);
        return found.Succeeded ? found.Value.Items.SingleOrDefault() : null;
    }

    /// <summary>Those of the kind that the address is for.</summary>
    public Task<Result<Page<Owner>>> ListAsync(HttpContext http, OwnerQuery query, CancellationToken cancellation) =>
        ownerQueries.ListAsync(http.ApiCaller().Actor, query with { Kind = http.StackKeyType().Owner }, cancellation);

    /// <summary>The same, on whichever page.</summary>
    public async Task<Result<Page<Owner>>> ListAllAsync(HttpContext http, OwnerQuery query, CancellationToken cancellation)
    {
        List<Owner> all = [];
        for (var request = new PageRequest(Limit: PageRequest.MaxLimit); ;)
        {
            var page = await ListAsync(http, query with { Page = request }, cancellation);
            if (!page.Succeeded)
            {
                return page;
            }

            all.AddRange(page.Value.Items);
            if (page.Value.Next is null)
            {
                return new Page<Owner>(all, Next: null);
            }

            request = request with { Cursor = page.Value.Next };
        }
    }
}
