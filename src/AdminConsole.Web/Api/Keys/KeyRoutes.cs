using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
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
        api.MapMethods(List, ApiRoutes.Reading, ReadKeys.ListAsync).Describe(() => KeyReadOperations.List);
        api.MapPost(List, CreateKey.AnswerAsync).Describe(() => KeyOperations.Create);
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapMethods(One, ApiRoutes.Reading, ReadKeys.GetAsync).Describe(() => KeyReadOperations.Get);
        api.MapPatch(One, PatchKey.AnswerAsync).Describe(() => KeyOperations.Patch).Produces<KeyBody>().Produces(StatusCodes.Status204NoContent);
        api.MapDelete(One, DeleteKeys.AnswerAsync).Describe(() => KeyOperations.Delete);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
        api.MapMethods(Versions, ApiRoutes.Reading, KeyVersions.AnswerAsync).Describe(() => KeyReadOperations.Versions);
        api.MapOtherMethods(Versions, HttpMethods.Get);
        api.MapMethods(Usage, ApiRoutes.Reading, KeyUsage.AnswerAsync).Describe(() => KeyReadOperations.Usage);
        api.MapOtherMethods(Usage, HttpMethods.Get);
        api.MapPost(LookUp, LookUpKeys.AnswerAsync).Describe(() => KeyReadOperations.LookUp);
        api.MapOtherMethods(LookUp, HttpMethods.Post);
        api.MapMethods(Changes, ApiRoutes.Reading, WatchKeys.Answer).Describe(() => KeyReadOperations.Changes);
        api.MapOtherMethods(Changes, HttpMethods.Get);
        api.MapActions();
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

    private static void MapActions(this IEndpointRouteBuilder api)
    {
        api.MapPost(Disable, SwitchKeys.DisableAsync).Describe(() => KeyOperations.Disable);
        api.MapOtherMethods(Disable, HttpMethods.Post);
        api.MapPost(Enable, SwitchKeys.EnableAsync).Describe(() => KeyOperations.Enable);
        api.MapOtherMethods(Enable, HttpMethods.Post);
        api.MapPost(Revoke, RevokeKeys.AnswerAsync).Describe(() => KeyOperations.Revoke);
        api.MapOtherMethods(Revoke, HttpMethods.Post);
        api.MapPost(Rotate, RotateKeys.AnswerAsync).Describe(() => KeyOperations.Rotate);
        api.MapOtherMethods(Rotate, HttpMethods.Post);
        api.MapPost(Duplicate, DuplicateKeys.AnswerAsync).Describe(() => KeyOperations.Duplicate);
        api.MapOtherMethods(Duplicate, HttpMethods.Post);
    }
}
