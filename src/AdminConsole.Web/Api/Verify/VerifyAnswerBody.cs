using System.Text.Json;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Verify;

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
    KeyLimits Limits);

/// <summary>Whom the key acts for.</summary>
internal sealed record VerifiedOwnerBody(Id<Owner> Id, OwnerKind Kind, string ExternalId);
