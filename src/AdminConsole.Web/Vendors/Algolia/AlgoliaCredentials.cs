using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

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
