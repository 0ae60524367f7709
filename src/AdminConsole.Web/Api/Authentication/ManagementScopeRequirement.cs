using AdminConsole.Core.Access;
using AdminConsole.Core.Results;
using AdminConsole.Core.Verification.KeyCache;
using Microsoft.AspNetCore.Authorization;

namespace AdminConsole.Web.Api.Authentication;

/// <summary>The scope that a route asks of the caller's management key. Its use cases ask their actor all the same.</summary>
/// <param name="refusal">What the use case says to those who lack it.</param>
internal sealed class ManagementScopeRequirement(string scope, Failure refusal)
    : AuthorizationHandler<ManagementScopeRequirement, HttpContext>, IAuthorizationRequirement
{
    public string Scope { get; } = scope;

    public ApiProblem Problem { get; } = ApiProblem.Of([refusal]);

    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context, ManagementScopeRequirement requirement, HttpContext resource)
    {
        var caller = resource.Features.Get<ApiCaller>();
        if (caller is not null
            && ManagementScopes.Permitted([requirement.Scope]).All(permission => caller.Actor.Can(permission, caller.OrganizationId)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

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
