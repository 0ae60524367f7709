using AdminConsole.Core.Keys;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Keys;

/// <summary>What the OpenAPI document says of the operations that read keys.</summary>
internal static class KeyReadOperations
{
    public static readonly OperationText List = new("listKeys", ApiTags.Keys, "List keys", "A page of the keys that match, with filters of the same names as in the address of the console's page.")
    {
        Parameters =
        [
            new("q", new("Found anywhere in the name, description, hint or a tag; upper and lower case are alike.", "deploy") { MaxLength = KeyQuery.SearchMaxLength }),
            new("status", new("One status or several, parted by commas: active, expiring, expired, scheduled, disabled, revoked.", "active,expiring")),
            new("tag", new("A tag that the keys have.", "production")),
            new("scope", new("A scope that the keys have.", "vm:read")),
            new("owner", new("The id of the owner that the keys act for.", $"{Owner.IdPrefix}019567d2a1c07d3e8f2b6a4c91e05d38")),
            new("project", new("The id of a project that the keys are limited to.", $"{Project.IdPrefix}019567d2a1c07d3e8f2b6a4c91e05d39")),
            ParameterText.OneOf<KeySort>("sort", "What the keys are sorted by; created unless given."),
            new("dir", new("Descending unless given.", "desc") { Names = ["asc", "desc"] }),
            ParameterText.Limit,
            ParameterText.Cursor,
        ],
        Errors = [ErrorText.Fault("q", "search.too_long", "Search for at most 100 characters.")],
    };

    public static readonly OperationText Get = new("getKey", ApiTags.Keys, "Show a key", "All that may be shown of a key; never its secret.")
    {
        Parameters = [KeyOperations.Id],
        Errors = OfOne,
        HasVersion = true,
    };

    public static readonly OperationText Versions = new("listKeyVersions", ApiTags.Keys, "Show a key's versions", "What was changed, when and by whom, the newest first.")
    {
        Parameters = [KeyOperations.Id, ParameterText.Limit with { Text = ParameterText.Limit.Text with { Description = "How many of the newest; 50 unless given." } }],
        Errors = [.. OfOne, ErrorText.Fault("limit", "limit.range", "Give a number from 1 to 100.")],
    };

    public static readonly OperationText Usage = new("getKeyUsage", ApiTags.Keys, "Show a key's usage", "When it was last used, how its verifications ended each day, from where, and for which scopes.")
    {
        Parameters =
        [
            KeyOperations.Id,
            new("from", new("The first day in UTC; 30 days up to the last unless given.", "2026-02-01")) { Format = "date" },
            new("until", new("The last day in UTC; today unless given.", "2026-03-02")) { Format = "date" },
        ],
        Errors = OfOne,
    };

    public static readonly OperationText LookUp = new("lookUpKeys", ApiTags.Keys, "Look keys up", "Finds keys by a secret, by a text that holds secrets, or by a hint. A POST, because an address would be logged.")
    {
        Body = new(typeof(LookUpTextBody), """{"text": "…3f9a"}"""),
        Errors =
        [
            ErrorText.Fault("text", "text.length", "Paste a secret, some text that holds secrets, or the last four characters of a secret."),
            ErrorText.Fault("text", "text.no_secret", "There is no secret in this text."),
        ],
    };

    public static readonly OperationText Changes = new(
        "watchKeys",
        ApiTags.Verification,
        "Hear of changes of keys",
        "Server-sent events, without end. `changed`, `revoked` and `gone` name a key and the version of its policy: `{\"key\": \"key_…\", \"policyVersion\": 3}`. `heartbeat`, at least every five seconds, says that nothing was missed. `startOver` says that more was missed than is kept: forget all answers.")
    {
        Parameters =
        [
            new("Last-Event-ID", new("The id of the event that was heard last: what was missed since comes first.", "41")) { Where = Microsoft.OpenApi.ParameterLocation.Header },
        ],
        Errors =
        [
            new ApiProblem(StatusCodes.Status429TooManyRequests, "changes.too_many", $"This management key has {KeyChangeListening.MaxPerKey} listeners already. Close one, or use another key."),
        ],
        TextAnswer = "event: changed\nid: 41\ndata: {\"key\":\"key_019567d2a1c07d3e8f2b6a4c91e05d37\",\"policyVersion\":3}\n\n",
    };

    private static IReadOnlyList<ErrorText> OfOne => [KeyFailures.NotFound];
}
