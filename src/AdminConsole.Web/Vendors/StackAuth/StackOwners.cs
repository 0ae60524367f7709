using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Stack's users and teams: the owners of that kind, whom Stack calls by what the organization's own systems do.</summary>
internal sealed class StackOwners(OwnerQueries ownerQueries)
{
    /// <summary>The user or team with this id; null when there is none, of that kind.</summary>
    public async Task<Owner?> FindAsync(HttpContext http, string id, CancellationToken cancellation)
    {
        var found = await ListAsync(http, new(Limit: 1), id, cancellation);
        return found.Succeeded ? found.Value.Items.SingleOrDefault() : null;
    }

    public Task<Result<Page<Owner>>> ListAsync(HttpContext http, PageRequest page, string? id, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        return ownerQueries.ListAsync(
            caller.Actor, new(caller.OrganizationId, page) { Kind = http.StackKeyType().Owner, ExternalId = id }, cancellation);
    }

    /// <summary>All of them.</summary>
    public async Task<Result<Page<Owner>>> ListAllAsync(HttpContext http, CancellationToken cancellation)
    {
        List<Owner> all = [];
        for (var request = new PageRequest(Limit: PageRequest.MaxLimit); ;)
        {
            var page = await ListAsync(http, request, id: null, cancellation);
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
