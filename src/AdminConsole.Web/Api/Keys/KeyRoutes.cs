using AdminConsole.Keys;

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
        api.MapRead(List, ReadKeys.ListAsync);
        api.MapPost(List, CreateKey.AnswerAsync);
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapRead(One, ReadKeys.GetAsync);
        api.MapPatch(One, PatchKey.AnswerAsync);
        api.MapDelete(One, DeleteKeys.AnswerAsync);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
        api.MapRead(Versions, KeyVersions.AnswerAsync);
        api.MapOtherMethods(Versions, HttpMethods.Get);
        api.MapRead(Usage, KeyUsage.AnswerAsync);
        api.MapOtherMethods(Usage, HttpMethods.Get);
        api.MapPost(LookUp, LookUpKeys.AnswerAsync);
        api.MapOtherMethods(LookUp, HttpMethods.Post);
        api.MapRead(Changes, WatchKeys.Answer);
        api.MapOtherMethods(Changes, HttpMethods.Get);
        MapAction(api, "disable", SwitchKeys.DisableAsync);
        MapAction(api, "enable", SwitchKeys.EnableAsync);
        MapAction(api, "revoke", RevokeKeys.AnswerAsync);
        MapAction(api, "rotate", RotateKeys.AnswerAsync);
        MapAction(api, "duplicate", DuplicateKeys.AnswerAsync);
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

    private static void MapAction(IEndpointRouteBuilder api, string name, Delegate action)
    {
        api.MapPost($"{One}/{name}", action);
        api.MapOtherMethods($"{One}/{name}", HttpMethods.Post);
    }
}
