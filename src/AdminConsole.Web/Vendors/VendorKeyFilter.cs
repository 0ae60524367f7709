using AdminConsole.Core.Actors;
using AdminConsole.Core.Keys;
using AdminConsole.Web.Api;

namespace AdminConsole.Web.Vendors;

/// <summary>
/// Lets only callers with a valid management key through, which stands where the vendor's own server key would. It must be one that may read keys: the
/// vendors answer a change with the key, and a change must not be told as refused when it was made.
/// </summary>
/// <param name="secretOf">Takes it from the request.</param>
internal sealed class VendorKeyFilter(Func<HttpRequest, string?> secretOf) : IEndpointFilter
{
    private static readonly ApiProblem MayNotRead = ApiProblem.Of([KeyFailures.MayNotRead]);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var check = services.GetRequiredService<ApiCredentials>().Check(http, secretOf(http.Request));
        var mayRead = check.Caller is not { } caller || caller.Actor.Can(Permission.ReadKeys, caller.OrganizationId);
        return ManagementKeyFilter.LetInAsync(mayRead ? check : (null, MayNotRead), services.GetRequiredService<RequestBudget>(), context, next);
    }
}
