using AdminConsole.Core.Verification;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Api;

/// <summary>
/// Lets only callers with a valid management key through, <c>Authorization: Bearer …</c>, and each only so often. As every filter here it takes its services
/// from the request: what would hand them to a constructor is compiled by the framework while the console starts.
/// </summary>
internal sealed class ManagementKeyFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var check = services.GetRequiredService<ApiCredentials>().Check(context.HttpContext);
        return LetInAsync(check, services.GetRequiredService<RequestBudget>(), context, next);
    }

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
