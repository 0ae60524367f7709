using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>The project is the organization of the key, by its id as a UUID: Stack's client takes nothing else.</summary>
internal sealed class StackProjectFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isItsOwn = Id<Organization>.TryParse(StackHeaders.ProjectOf(http.Request), null, out var project)
            && project == http.ApiCaller().OrganizationId;
        return isItsOwn ? next(context) : ValueTask.FromResult<object?>(StackError.ProjectNotFound(http.Request));
    }
}
