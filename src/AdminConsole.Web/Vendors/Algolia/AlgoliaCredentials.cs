using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Algolia's clients name an application and bring its key, in headers or, where a browser must not ask first, in the query.</summary>
internal static class AlgoliaCredentials
{
    private const string KeyName = "x-algolia-api-key";
    private const string ApplicationName = "x-algolia-application-id";

    public static string KeyOf(HttpRequest request) => Read(request, KeyName);

    /// <summary>Whether the application is this organization, by its short name or its id. Algolia's own are in upper case.</summary>
    public static bool NamesApplication(HttpRequest request, Organization organization)
    {
        var application = Read(request, ApplicationName);
        return organization.Slug.Equals(application, StringComparison.OrdinalIgnoreCase)
            || (Id<Organization>.TryParse(application, null, out var id) && id == organization.Id);
    }

    private static string Read(HttpRequest request, string name) =>
        request.Headers[name].ToString() is { Length: > 0 } header ? header : request.Query[name].ToString();
}

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
