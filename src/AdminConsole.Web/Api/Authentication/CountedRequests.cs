namespace AdminConsole.Web.Api.Authentication;

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
