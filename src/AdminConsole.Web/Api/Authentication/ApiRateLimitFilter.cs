namespace AdminConsole.Web.Api.Authentication;

/// <summary>
/// Lets each management key call only so often. As every filter here it takes its services from the request: what would hand them to a constructor is
/// compiled by the framework while the console starts.
/// </summary>
internal sealed class ApiRateLimitFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var limiter = http.RequestServices.GetRequiredService<ApiRateLimiter>();
        return limiter.TryAcquire(http, http.ApiCaller().Actor.KeyRow) is { } spent ? ValueTask.FromResult<object?>(spent) : next(context);
    }
}
