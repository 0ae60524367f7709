using AdminConsole.Core.Results;
using Microsoft.AspNetCore.Authorization;

namespace AdminConsole.Web.Api.Authentication;

internal static class RequiredScopes
{
    /// <summary>
    /// Asks for a scope. Asked by a filter, once the request is read and counted: what cannot be read is refused as such, whoever sent it.
    /// </summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, string scope, Failure refusal)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new ManagementScopeRequirement(scope, refusal)).AddEndpointFilter(new ScopeFilter());

    private sealed class ScopeFilter : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            var requirement = http.GetEndpoint()!.Metadata.GetRequiredMetadata<ManagementScopeRequirement>();
            var answer = await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, http, requirement);
            return answer.Succeeded ? await next(context) : TypedResults.Forbid(authenticationSchemes: [http.User.Identity!.AuthenticationType!]);
        }
    }
}
