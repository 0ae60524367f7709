using Microsoft.AspNetCore.Authorization;

namespace AdminConsole.Client;

/// <summary>Lets in only requests with a key that has these scopes, all of them; others are answered 403.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireScopeAttribute : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public RequireScopeAttribute(params string[] scopes)
    {
        Scopes = scopes;
        AuthenticationSchemes = AdminConsoleKeyDefaults.Scheme;
    }

    public IReadOnlyList<string> Scopes { get; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Looks at the claims that a key gave. Those of another scheme that are called so mean something else.</summary>
internal sealed class RequireScopeHandler : AuthorizationHandler<RequireScopeAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequireScopeAttribute requirement)
    {
        var scopes = context.User.Identities
            .Where(identity => identity.AuthenticationType == AdminConsoleKeyDefaults.Scheme)
            .SelectMany(identity => identity.FindAll(AdminConsoleKeyClaims.Scope))
            .Select(claim => claim.Value)
            .ToHashSet(StringComparer.Ordinal);
        if (requirement.Scopes.All(scopes.Contains))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
