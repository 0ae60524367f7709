using AdminConsole.Verification;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Api;

/// <summary>Lets only callers with a valid management key through, <c>Authorization: Bearer …</c>, and each only so often.</summary>
internal sealed class ManagementKeyFilter(ApiCredentials credentials, RequestBudget budget) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        LetInAsync(credentials.Check(context.HttpContext), budget, context, next);

    /// <summary>Goes on with the caller, if there is one that has requests left.</summary>
    internal static ValueTask<object?> LetInAsync(
        (ManagementCaller? Caller, ApiProblem? Problem) check, RequestBudget budget, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (check.Caller is not { } caller)
        {
            return ValueTask.FromResult<object?>(check.Problem);
        }

        if (budget.Spend(context.HttpContext, caller.Actor.KeyRow) is { } spent)
        {
            return ValueTask.FromResult<object?>(spent);
        }

        context.HttpContext.Features.Set(caller with { Actor = caller.Actor.At(RequestAddress.Of(context.HttpContext)) });
        return next(context);
    }
}

internal static class ManagementCallerOfRequest
{
    /// <summary>The caller that <see cref="ManagementKeyFilter"/> let in.</summary>
    public static ManagementCaller ManagementCaller(this HttpContext http) =>
        http.Features.Get<ManagementCaller>() ?? throw new InvalidOperationException("This endpoint stands outside the API's group.");
}
