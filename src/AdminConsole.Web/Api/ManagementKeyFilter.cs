using AdminConsole.Verification;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Api;

/// <summary>Lets only callers with a valid management key through, <c>Authorization: Bearer …</c>, and each only so often.</summary>
internal sealed class ManagementKeyFilter(ApiCredentials credentials, RequestBudget budget) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var check = credentials.Check(context.HttpContext);
        return check.Caller is { } caller && budget.Spend(context.HttpContext, caller.Actor.KeyRow) is { } spent
            ? ValueTask.FromResult<object?>(spent)
            : LetInAsync(check, context, next);
    }

    /// <summary>Goes on with the caller, if there is one.</summary>
    internal static ValueTask<object?> LetInAsync(
        (ManagementCaller? Caller, ApiProblem? Problem) check, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (check.Caller is not { } caller)
        {
            return ValueTask.FromResult<object?>(check.Problem);
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
