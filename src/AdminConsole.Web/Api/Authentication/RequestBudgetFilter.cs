namespace AdminConsole.Web.Api.Authentication;

/// <summary>
/// Lets each management key call only so often. As every filter here it takes its services from the request: what would hand them to a constructor is
/// compiled by the framework while the console starts.
/// </summary>
internal sealed class RequestBudgetFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var budget = http.RequestServices.GetRequiredService<RequestBudget>();
        return budget.Spend(http, http.ManagementCaller().Actor.KeyRow) is { } spent ? ValueTask.FromResult<object?>(spent) : next(context);
    }
}
