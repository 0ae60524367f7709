using Microsoft.AspNetCore.Components.Endpoints;

namespace AdminConsole.Web.Security;

internal static class PageRequests
{
    /// <summary>Whether a person is opening a page, whom a redirect helps; programs need a status.</summary>
    public static bool IsForPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);
}
