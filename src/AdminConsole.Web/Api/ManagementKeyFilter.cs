using AdminConsole.Verification;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Api;

/// <summary>Lets only callers with a valid management key through, and each only so often.</summary>
internal sealed class ManagementKeyFilter(ApiCredentials credentials, RequestBudget budget) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (caller, problem) = credentials.Check(context.HttpContext);
        if (caller is null)
        {
            return problem;
        }

        if (budget.Spend(context.HttpContext, caller.Actor.KeyRow) is { } spent)
        {
            return spent;
        }

        context.HttpContext.Features.Set(caller with { Actor = caller.Actor.At(RequestAddress.Of(context.HttpContext)) });
        return await next(context);
    }
}

internal static class ManagementCallerOfRequest
{
    /// <summary>The caller that <see cref="ManagementKeyFilter"/> let in.</summary>
    public static ManagementCaller ManagementCaller(this HttpContext http) =>
        http.Features.Get<ManagementCaller>() ?? throw new InvalidOperationException("This endpoint stands outside the API's group.");
}
