using AdminConsole.Core.Access;
using AdminConsole.Core.Results;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Web.Problems;
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
