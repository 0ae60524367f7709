using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Nirvana's API for keys. There is no call to revoke, rotate or verify one.</summary>
internal static class NirvanaRoutes
{
    private const string List = "/v1/api_keys";
    private const string One = $"{List}/{{id}}";

    public static void MapNirvana(this IEndpointRouteBuilder routes)
    {
        var nirvana = routes.MapVendor("/nirvana", NirvanaErrors.Form, VendorJson.SnakeCase).AddEndpointFilter(new ReadableRequestFilter());
        nirvana.MapMethods(List, ApiPaths.Reading, ListKeysEndpoint.AnswerAsync);
        nirvana.MapPost(List, CreateKeyEndpoint.AnswerAsync);
        nirvana.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        nirvana.MapMethods(One, ApiPaths.Reading, ReadKeyEndpoint.AnswerAsync);
        nirvana.MapPatch(One, EditKeyEndpoint.AnswerAsync);
        nirvana.MapDelete(One, DeleteKeyEndpoint.AnswerAsync);
        nirvana.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
    }

    /// <summary>The key of the caller's organization that an address names. What is no id becomes the id of no key.</summary>
    public static KeyTarget NirvanaTarget(this HttpContext http, string id)
    {
        _ = Guid.TryParse(id, out var value);
        return new(http.ApiCaller().OrganizationId, new(value));
    }
}
