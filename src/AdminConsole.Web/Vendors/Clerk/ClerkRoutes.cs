using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Clerk's back-end API for keys. Its own client asks without <c>/v1</c>, its documents and other clients with.</summary>
internal static class ClerkRoutes
{
    private const string List = "/api_keys";
    private const string One = $"{List}/{{id}}";
    private const string Revoke = $"{One}/revoke";
    private const string Secret = $"{One}/secret";
    private const string Verify = $"{List}/verify";

    public static void MapClerk(this IEndpointRouteBuilder routes)
    {
        var clerk = routes.MapVendor("/clerk", ClerkErrors.Form, VendorJson.SnakeCase).AddEndpointFilter(new ReadableRequestFilter());
        clerk.MapKeys();
        clerk.MapGroup("/v1").MapKeys();
    }

    private static void MapKeys(this IEndpointRouteBuilder clerk)
    {
        clerk.MapMethods(List, ApiPaths.Reading, ListKeysEndpoint.AnswerAsync);
        clerk.MapPost(List, CreateKeyEndpoint.AnswerAsync);
        clerk.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        clerk.MapMethods(One, ApiPaths.Reading, ReadKeyEndpoint.AnswerAsync);
        clerk.MapPatch(One, EditKeyEndpoint.AnswerAsync);
        clerk.MapDelete(One, DeleteKeyEndpoint.AnswerAsync);
        clerk.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
        clerk.MapPost(Revoke, RevokeKeyEndpoint.AnswerAsync);
        clerk.MapOtherMethods(Revoke, HttpMethods.Post);
        clerk.MapMethods(Secret, ApiPaths.Reading, ReadKeyEndpoint.RefuseSecretAsync);
        clerk.MapOtherMethods(Secret, HttpMethods.Get);
        clerk.MapPost(Verify, VerifyKeyEndpoint.AnswerAsync);
        clerk.MapOtherMethods(Verify, HttpMethods.Post);
    }
}
