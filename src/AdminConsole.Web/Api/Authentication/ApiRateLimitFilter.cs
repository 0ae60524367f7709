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

internal static class CountedRequests
{
    /// <summary>Counts the requests of each management key.</summary>
    public static TBuilder CountRequests<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        var filter = new ApiRateLimitFilter();
        return endpoints.WithMetadata(filter).AddEndpointFilter(filter);
    }
}
