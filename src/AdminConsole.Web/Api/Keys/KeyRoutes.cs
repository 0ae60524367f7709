using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Keys;

/// <summary>The routes of the organization's keys.</summary>
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

    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags(ApiTags.Keys);
        var reading = api.MapGroup("").RequireScope(ManagementScopes.ReadKeys, KeyFailures.MayNotRead);
        var writing = api.MapGroup("").RequireScope(ManagementScopes.WriteKeys, KeyFailures.MayNotWrite);
        reading.MapReading();
        writing.MapWriting();
        writing.MapMaking();
        api.MapRevoking();
        api.MapAsking();
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
        api.MapOtherMethods(Versions, HttpMethods.Get);
        api.MapOtherMethods(Usage, HttpMethods.Get);
        api.MapOtherMethods(Changes, HttpMethods.Get);
        foreach (var action in (string[])[Disable, Enable, Revoke, Rotate, Duplicate, LookUp])
        {
            api.MapOtherMethods(action, HttpMethods.Post);
        }
    }

    /// <summary>
    /// The key that an address names, in the caller's organization. What is no id becomes the id of no key: the use case then answers as it does for
    /// one that does not exist, and to those alone who may ask.
    /// </summary>
    public static KeyTarget KeyTarget(this HttpContext http, string id)
    {
        _ = Id<ApiKey>.TryParse(id, null, out var keyId);
        return new(http.ApiCaller().OrganizationId, keyId);
    }

    private static void MapReading(this IEndpointRouteBuilder reading)
    {
        reading.MapMethods(List, ApiPaths.Reading, ReadKeyEndpoint.ListAsync)
            .WithName("listKeys").WithSummary("List keys")
            .WithDescription("A page of the keys that match, with filters of the same names as in the address of the console's page.")
            .Takes(KeyListParameters.Taken).Fails(() => [ErrorText.Fault("q", "search.too_long", "Search for at most 100 characters.")]);
        reading.MapMethods(One, ApiPaths.Reading, ReadKeyEndpoint.GetAsync)
            .WithName("getKey").WithSummary("Show a key").WithDescription("All that may be shown of a key; never its secret.")
            .Fails(() => [KeyFailures.NotFound]).AnswersETag();
        reading.MapMethods(Versions, ApiPaths.Reading, KeyVersionsEndpoint.AnswerAsync)
            .WithName("listKeyVersions").WithSummary("Show a key's versions").WithDescription("What was changed, when and by whom, the newest first.")
            .Takes(KeyVersionsEndpoint.Taken)
            .Fails(() => [KeyFailures.NotFound, ErrorText.Fault("limit", "limit.range", "Give a number from 1 to 100.")]);
        reading.MapMethods(Usage, ApiPaths.Reading, KeyUsageEndpoint.AnswerAsync)
            .WithName("getKeyUsage").WithSummary("Show a key's usage")
            .WithDescription("When it was last used, how its verifications ended each day, from where, and for which scopes.")
            .Takes(UsageParameters.Taken).Fails(() => [KeyFailures.NotFound]);
    }

    private static void MapWriting(this IEndpointRouteBuilder writing)
    {
        writing.MapPatch(One, EditKeyEndpoint.AnswerAsync)
            .WithName("editKey").WithSummary("Edit a key").WithDescription("""
                A merge patch (RFC 7396): what is left out stays, null clears what can be cleared, a list replaces the whole list,
                and claims are merged member by member. Answers the key, or 204 without `keys:read`. With `dryRun=true` nothing is saved,
                and the answer is a preview: each change with what it does, and recent requests replayed.
                """)
            .WithExample("""{"scopes": ["vm:read"], "expiresAt": null}""").Takes(EditKeyEndpoint.Taken)
            .Produces<KeyBody>().Produces(StatusCodes.Status204NoContent).AnswersAlso(typeof(KeyPreviewBody))
            .Fails(() => KeyErrors.OfEditing).AnswersETag();
        writing.MapPost(Disable, SwitchKeyEndpoint.DisableAsync)
            .WithName("disableKey").WithSummary("Disable a key")
            .WithDescription("Switches it off until it is enabled. Needs no version: switching off always wins.")
            .Fails(() => KeyErrors.OfSwitching).AnswersETag();
        writing.MapPost(Enable, SwitchKeyEndpoint.EnableAsync)
            .WithName("enableKey").WithSummary("Enable a key").WithDescription("Switches a disabled key on again.")
            .Fails(() => KeyErrors.OfSwitching).AnswersETag();
        writing.MapDelete(One, DeleteKeyEndpoint.AnswerAsync)
            .WithName("deleteKey").WithSummary("Delete a revoked key").WithDescription("Its audit entries stay.")
            .Fails(() => KeyErrors.OfDeleting);
    }

    private static void MapMaking(this IEndpointRouteBuilder writing)
    {
        writing.MapPost(List, CreateKeyEndpoint.AnswerAsync)
            .WithName("createKey").WithSummary("Create a key").WithDescription("Answers the secret, this once.")
            .WithExample(
                """{"name": "ci-deploy", "scopes": ["vm:read", "vm:edit"], "allowedCidrs": ["10.0.0.0/8"], "expiresAt": "2026-12-31T00:00:00Z"}""")
            .Fails(() => KeyErrors.OfCreating).AnswersETag();
        writing.MapPost(Rotate, RotateKeyEndpoint.AnswerAsync)
            .WithName("rotateKey").WithSummary("Rotate a key")
            .WithDescription("Makes a successor with the same settings and a secret of its own; the old key ends after the overlap.")
            .WithExample("""{"overlapSeconds": 3600}""").Fails(() => KeyErrors.OfRotating).AnswersETag();
        writing.MapPost(Duplicate, DuplicateKeyEndpoint.AnswerAsync)
            .WithName("duplicateKey")
            .WithSummary("Duplicate a key")
            .WithDescription("Makes a key with the same settings, another name and a secret of its own.")
            .WithExample("""{"name": "ci-deploy, second stage"}""").Fails(() => KeyErrors.OfDuplicating).AnswersETag();
    }

    private static void MapRevoking(this IEndpointRouteBuilder api) =>
        api.MapPost(Revoke, RevokeKeyEndpoint.AnswerAsync).RequireScope(ManagementScopes.RevokeKeys, KeyFailures.MayNotRevoke)
            .WithName("revokeKey").WithSummary("Revoke a key").WithDescription("Ends it for good. Needs no version and always wins.")
            .WithExample("""{"reason": "leaked", "comment": "Seen in a public repository"}""").Fails(() => KeyErrors.OfRevoking).AnswersETag();

    private static void MapAsking(this IEndpointRouteBuilder api)
    {
        api.MapPost(LookUp, LookUpKeysEndpoint.AnswerAsync).RequireScope(ManagementScopes.ReadKeys, KeyFailures.MayNotFind)
            .WithName("lookUpKeys").WithSummary("Look keys up")
            .WithDescription("Finds keys by a secret, by a text that holds secrets, or by a hint. A POST, because an address would be logged.")
            .WithExample("""{"text": "…3f9a"}""").Fails(() => KeyErrors.OfLookingUp);
        api.MapMethods(Changes, ApiPaths.Reading, WatchKeysEndpoint.Answer).RequireScope(ManagementScopes.VerifyKeys, VerificationService.Forbidden)
            .WithName("watchKeys")
            .WithTags(ApiTags.Verification)
            .WithSummary("Hear of changes of keys")
            .WithDescription(WatchKeysEndpoint.Description)
            .Takes(WatchKeysEndpoint.Taken).Fails(() => [WatchKeysEndpoint.TooMany]).AnswersText(WatchKeysEndpoint.Example);
    }
}
