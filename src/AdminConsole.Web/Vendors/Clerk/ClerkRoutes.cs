using AdminConsole.Web.Api;

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
        clerk.MapMethods(List, ApiRoutes.Reading, ListClerkKeys.AnswerAsync);
        clerk.MapPost(List, CreateClerkKey.AnswerAsync);
        clerk.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        clerk.MapMethods(One, ApiRoutes.Reading, ReadClerkKey.AnswerAsync);
        clerk.MapPatch(One, UpdateClerkKey.AnswerAsync);
        clerk.MapDelete(One, EndClerkKey.DeleteAsync);
        clerk.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
        clerk.MapPost(Revoke, EndClerkKey.RevokeAsync);
        clerk.MapOtherMethods(Revoke, HttpMethods.Post);
        clerk.MapMethods(Secret, ApiRoutes.Reading, ReadClerkKey.RefuseSecretAsync);
        clerk.MapOtherMethods(Secret, HttpMethods.Get);
        clerk.MapPost(Verify, VerifyClerkKey.AnswerAsync);
        clerk.MapOtherMethods(Verify, HttpMethods.Post);
    }
}
