using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Lets requests through whose every part can be used: first each must be readable, then each free of faults.</summary>
internal sealed class ReadableRequestFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var parts = context.Arguments.OfType<IRequestPart>().ToList();
        var problem = parts.Select(part => part.Problem).FirstOrDefault(problem => problem is not null)
            ?? parts.Where(part => part.Faults.Count > 0).Select(part => ApiProblem.Of(part.Faults)).FirstOrDefault();
        return problem is null ? next(context) : ValueTask.FromResult<object?>(problem);
    }
}
