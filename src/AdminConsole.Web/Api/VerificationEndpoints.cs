using System.Text.Json;
using AdminConsole.Policies;
using AdminConsole.Projects;
using AdminConsole.Verification;

namespace AdminConsole.Web.Api;

internal static class VerificationEndpoints
{
    private const string Path = "/keys/verify";

    public static void MapVerification(this IEndpointRouteBuilder api)
    {
        api.MapPost(Path, VerifyAsync);
        api.Map(Path, ApiRoutes.TakesPostAlone);
    }

    private static async Task<IResult> VerifyAsync(HttpContext http, VerificationService verification)
    {
        var (body, problem) = await ApiBody.ReadAsync<VerifyRequest>(http.Request, http.RequestAborted);
        if (body is null)
        {
            return problem!;
        }

        if (body.Secret is null)
        {
            return ApiBody.Missing(VerificationService.SecretField);
        }

        var caller = http.ManagementCaller();
        var answer = verification.Verify(caller.Actor, caller.OrganizationId, body.ToQuestion());
        return answer.Succeeded ? TypedResults.Ok(VerifyResponse.Of(answer.Value)) : ApiProblem.Of(answer.Failures);
    }
}

/// <summary>The body of <c>POST /keys/verify</c>.</summary>
internal sealed record VerifyRequest(string? Secret = null)
{
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? ClientIp { get; init; }

    public Id<Project>? Project { get; init; }

    public string? Resource { get; init; }

    public string? Referrer { get; init; }

    public VerifyKey ToQuestion() => new(Secret ?? "")
    {
        Scopes = Scopes,
        ClientIp = ClientIp,
        Project = Project,
        Resource = Resource,
        Referrer = Referrer,
    };

    // A record would print its secret.
    public override string ToString() => nameof(VerifyRequest);
}

/// <summary>The decision, and what the caller needs to act on it.</summary>
internal sealed record VerifyResponse(
    string Code,
    bool Valid,
    string Rule,
    int? PolicyVersion,
    IReadOnlyList<string> MissingScopes,
    VerifiedKeyResponse? Key,
    int MaxAgeSeconds)
{
    public static VerifyResponse Of(VerificationAnswer answer) => new(
        answer.Decision.Code.ToWire(),
        answer.Decision.Allowed,
        answer.Decision.Rule,
        answer.Decision.PolicyVersion,
        answer.Decision.MissingScopes,
        answer.Key is null ? null : VerifiedKeyResponse.Of(answer.Key),
        answer.MaxAgeSeconds);
}

internal sealed record VerifiedKeyResponse(
    string Id, string Name, VerifiedOwnerResponse? Owner, IReadOnlyList<string> Scopes, JsonElement? Claims, VerifiedLimitsResponse Limits)
{
    public static VerifiedKeyResponse Of(VerifiableKey key) => new(
        key.Id.ToString(),
        key.Name,
        key.Owner is null ? null : new(key.Owner.Id.ToString(), key.Owner.Kind.ToString().ToLowerInvariant(), key.Owner.ExternalId),
        key.Policy.Scopes,
        key.Claims is null ? null : JsonElement.Parse(key.Claims),
        new(key.Policy.Limits.MaxVerificationsPerIpPerHour, key.Policy.Limits.MaxHitsPerQuery, key.Policy.Limits.QueryParameters));
}

internal sealed record VerifiedOwnerResponse(string Id, string Kind, string ExternalId);

internal sealed record VerifiedLimitsResponse(int? MaxVerificationsPerIpPerHour, int? MaxHitsPerQuery, string? QueryParameters);
