using AdminConsole.Keys;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Keys;

internal static class KeyRoutes
{
    public const string List = "/keys";
    public const string One = "/keys/{id}";

    private const string Versions = $"{One}/versions";
    private const string Usage = $"{One}/usage";
    private const string LookUp = "/keys/lookup";
    private const string Changes = "/keys/changes";

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        api.MapRead(List, ReadKeys.ListAsync).Describe(KeyReadOperations.List);
        api.MapPost(List, CreateKey.AnswerAsync).Describe(KeyOperations.Create);
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapRead(One, ReadKeys.GetAsync).Describe(KeyReadOperations.Get);
        api.MapPatch(One, PatchKey.AnswerAsync).Describe(KeyOperations.Patch).Produces<KeyBody>().Produces(StatusCodes.Status204NoContent);
        api.MapDelete(One, DeleteKeys.AnswerAsync).Describe(KeyOperations.Delete);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
        api.MapRead(Versions, KeyVersions.AnswerAsync).Describe(KeyReadOperations.Versions);
        api.MapOtherMethods(Versions, HttpMethods.Get);
        api.MapRead(Usage, KeyUsage.AnswerAsync).Describe(KeyReadOperations.Usage);
        api.MapOtherMethods(Usage, HttpMethods.Get);
        api.MapPost(LookUp, LookUpKeys.AnswerAsync).Describe(KeyReadOperations.LookUp);
        api.MapOtherMethods(LookUp, HttpMethods.Post);
        api.MapRead(Changes, WatchKeys.Answer).Describe(KeyReadOperations.Changes);
        api.MapOtherMethods(Changes, HttpMethods.Get);
        MapAction(api, "disable", SwitchKeys.DisableAsync, KeyOperations.Disable);
        MapAction(api, "enable", SwitchKeys.EnableAsync, KeyOperations.Enable);
        MapAction(api, "revoke", RevokeKeys.AnswerAsync, KeyOperations.Revoke);
        MapAction(api, "rotate", RotateKeys.AnswerAsync, KeyOperations.Rotate);
        MapAction(api, "duplicate", DuplicateKeys.AnswerAsync, KeyOperations.Duplicate);
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

    private static void MapAction(IEndpointRouteBuilder api, string name, Delegate action, OperationText text)
    {
        api.MapPost($"{One}/{name}", action).Describe(text);
        api.MapOtherMethods($"{One}/{name}", HttpMethods.Post);
    }
}
