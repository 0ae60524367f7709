using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>The application is the organization of the key. A key of another one is as wrong as none.</summary>
internal sealed class AlgoliaApplicationFilter : IEndpointFilter
{
    private static readonly ApiProblem WrongApplication = new(
        StatusCodes.Status401Unauthorized, "credentials.application", "The application is not the organization of this management key.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var caller = http.ApiCaller();
        var organizations = http.RequestServices.GetRequiredService<OrganizationQueries>();
        var organization = await organizations.GetAsync(caller.Actor, caller.OrganizationId, http.RequestAborted);
        return organization.Succeeded && AlgoliaCredentials.NamesApplication(http.Request, organization.Value)
            ? await next(context)
            : WrongApplication;
    }
}
