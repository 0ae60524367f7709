namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Refuses parameters that a route does not take: a filter that is passed over would answer more than was asked for.</summary>
internal sealed class StackParametersFilter : IEndpointFilter
{
    // What is longer than any name that there is may be a secret in the wrong place.
    private const int LongestNameShown = 42;

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;

        // Where nothing is served, that is the answer.
        if (http.GetEndpoint()?.Metadata.GetMetadata<StackParameters>()?.Names is not { } taken)
        {
            return next(context);
        }

        var unknown = http.Request.Query.Keys
            .Where(name => !taken.Contains(name, StringComparer.Ordinal))
            .Select(name => name.Length > LongestNameShown ? "…" : name)
            .ToList();
        return unknown.Count == 0
            ? next(context)
            : ValueTask.FromResult<object?>(StackError.Schema(http.Request, $"query contains unknown properties: {string.Join(", ", unknown)}"));
    }
}
