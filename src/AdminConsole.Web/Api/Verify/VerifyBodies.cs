using System.Text.Json;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;

namespace AdminConsole.Web.Api.Verify;

/// <summary>May this secret do this, from here, now?</summary>
internal sealed record VerifyQuestionBody
{
    public required string Secret { get; init; }

    // Not "init": code that the compiler writes for JSON would put null in the place of the default.
    public IReadOnlyList<string> Scopes { get; set; } = [];

    public string? ClientIp { get; init; }

    public Id<Project>? Project { get; init; }

    public string? Resource { get; init; }

    public string? Referrer { get; init; }

    // A record would print its secret.
    public override string ToString() => nameof(VerifyQuestionBody);

    public VerifyKey ToQuestion() =>
        new(Secret) { Scopes = Scopes, ClientIp = ClientIp, Project = Project, Resource = Resource, Referrer = Referrer };
}

/// <summary>Several questions.</summary>
internal sealed record VerifyBatchBody(IReadOnlyList<VerifyQuestionBody> Verifications);

/// <summary>The decision, and what the service needs to go by it.</summary>
internal sealed record VerifyAnswerBody(
    string Code, bool Valid, string Rule, int? PolicyVersion, IReadOnlyList<string> MissingScopes, VerifiedKeyBody? Key, int MaxAgeSeconds);

/// <summary>Several answers.</summary>
internal sealed record VerifyAnswersBody(IReadOnlyList<VerifyAnswerBody> Results);

/// <summary>What an answer says of the key.</summary>
internal sealed record VerifiedKeyBody(
    Id<ApiKey> Id,
    string Name,
    DateTimeOffset? ExpiresAt,
    VerifiedOwnerBody? Owner,
    JsonElement? Claims,
    IReadOnlyList<string> Scopes,
    VerifiedLimitsBody Limits);

/// <summary>Whom the key acts for.</summary>
internal sealed record VerifiedOwnerBody(Id<Owner> Id, OwnerKind Kind, string ExternalId);

/// <summary>What the key is limited to.</summary>
internal sealed record VerifiedLimitsBody(int? MaxVerificationsPerIpPerHour, int? MaxHitsPerQuery, string? QueryParameters);
