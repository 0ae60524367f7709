using AdminConsole.Core.Actors;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Keys;

internal static class KeyRoutes
{
    public const string List = "/keys";
    public const string One = "/keys/{id}";

    private const string Versions = $"{One}/versions";
    private const string Usage = $"{One}/usage";
    private const string Disable = $"{One}/disable";
    private const string Enable = $"{One}/enable";
    private const string Revoke = $"{One}/revoke";
    private const string Rotate = $"{One}/rotate";
    private const string Duplicate = $"{One}/duplicate";
    private const string LookUp = "/keys/lookup";
    private const string Changes = "/keys/changes";

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("").RequireScope(ManagementScopes.ReadKeys, KeyFailures.MayNotRead);
        var writing = api.MapGroup("").RequireScope(ManagementScopes.WriteKeys, KeyFailures.MayNotWrite);
        reading.MapMethods(List, ApiRoutes.Reading, ReadKeyEndpoint.ListAsync).Describe(() => KeyReadOperations.List);
        writing.MapPost(List, CreateKeyEndpoint.AnswerAsync).Describe(() => KeyOperations.Create);
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        reading.MapMethods(One, ApiRoutes.Reading, ReadKeyEndpoint.GetAsync).Describe(() => KeyReadOperations.Get);
        writing.MapPatch(One, EditKeyEndpoint.AnswerAsync).Describe(() => KeyOperations.Patch)
            .Produces<KeyBody>().Produces(StatusCodes.Status204NoContent);
        writing.MapDelete(One, DeleteKeyEndpoint.AnswerAsync).Describe(() => KeyOperations.Delete);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
        reading.MapMethods(Versions, ApiRoutes.Reading, KeyVersionsEndpoint.AnswerAsync).Describe(() => KeyReadOperations.Versions);
        api.MapOtherMethods(Versions, HttpMethods.Get);
        reading.MapMethods(Usage, ApiRoutes.Reading, KeyUsageEndpoint.AnswerAsync).Describe(() => KeyReadOperations.Usage);
        api.MapOtherMethods(Usage, HttpMethods.Get);
        api.MapPost(LookUp, LookUpKeysEndpoint.AnswerAsync)
            .RequireScope(ManagementScopes.ReadKeys, KeyFailures.MayNotFind).Describe(() => KeyReadOperations.LookUp);
        api.MapOtherMethods(LookUp, HttpMethods.Post);
        api.MapMethods(Changes, ApiRoutes.Reading, WatchKeysEndpoint.Answer)
            .RequireScope(ManagementScopes.VerifyKeys, VerificationService.Forbidden).Describe(() => KeyReadOperations.Changes);
        api.MapOtherMethods(Changes, HttpMethods.Get);
        api.MapActions(writing);
    }

    /// <summary>
    /// The key that an address names, in the caller's organization. What is no id becomes the id of no key: the use case then answers as it does for
    /// one that does not exist, and to those alone who may ask.
    /// </summary>
    public static KeyTarget KeyTarget(this HttpContext http, string id)
    {
        _ = Id<ApiKey>.TryParse(id, null, out var keyId);
        return new(http.ManagementCaller().OrganizationId, keyId);
    }

    private static void MapActions(this IEndpointRouteBuilder api, IEndpointRouteBuilder writing)
    {
        writing.MapPost(Disable, SwitchKeyEndpoint.DisableAsync).Describe(() => KeyOperations.Disable);
        api.MapOtherMethods(Disable, HttpMethods.Post);
        writing.MapPost(Enable, SwitchKeyEndpoint.EnableAsync).Describe(() => KeyOperations.Enable);
        api.MapOtherMethods(Enable, HttpMethods.Post);
        api.MapPost(Revoke, RevokeKeyEndpoint.AnswerAsync)
            .RequireScope(ManagementScopes.RevokeKeys, KeyFailures.MayNotRevoke).Describe(() => KeyOperations.Revoke);
        api.MapOtherMethods(Revoke, HttpMethods.Post);
        writing.MapPost(Rotate, RotateKeyEndpoint.AnswerAsync).Describe(() => KeyOperations.Rotate);
        api.MapOtherMethods(Rotate, HttpMethods.Post);
        writing.MapPost(Duplicate, DuplicateKeyEndpoint.AnswerAsync).Describe(() => KeyOperations.Duplicate);
        api.MapOtherMethods(Duplicate, HttpMethods.Post);
    }
}
