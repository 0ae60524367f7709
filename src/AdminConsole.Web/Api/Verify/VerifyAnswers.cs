using System.Text.Json;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Web.Api.Verify;

/// <summary>Writes answers. The one that allows is written once a key, and kept with it.</summary>
internal static class VerifyAnswers
{
    public static ReadOnlyMemory<byte> Write(VerificationAnswer answer)
    {
        // What a key answers when it allows is the same each time, but for the age of a key that expires soon.
        if (answer is not { Key: { } key, Decision.Allowed: true })
        {
            return Serialize(answer);
        }

        if (key.Prepared is not { } prepared || prepared.MaxAgeSeconds != answer.MaxAgeSeconds)
        {
            key.Prepared = prepared = new(answer.MaxAgeSeconds, Serialize(answer));
        }

        return prepared.Json;
    }

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<VerificationAnswer> answers) =>
        JsonSerializer.SerializeToUtf8Bytes(new([.. answers.Select(BodyOf)]), VerifyJson.Strict.VerifyAnswersBody);

    private static byte[] Serialize(VerificationAnswer answer) =>
        JsonSerializer.SerializeToUtf8Bytes(BodyOf(answer), VerifyJson.Strict.VerifyAnswerBody);

    private static VerifyAnswerBody BodyOf(VerificationAnswer answer)
    {
        var decision = answer.Decision;
        return new(
            decision.Code.ToWire(),
            decision.Allowed,
            decision.Rule,
            decision.PolicyVersion,
            decision.MissingScopes,
            BodyOf(answer.Key),
            answer.MaxAgeSeconds);
    }

    private static VerifiedKeyBody? BodyOf(VerifiableKey? key) => key is null ? null : new(
        key.Id,
        key.Name,
        key.Policy.ExpiresAt,
        key.Owner is { } owner ? new(owner.Id, owner.Kind, owner.ExternalId) : null,
        key.Claims is { } claims ? JsonElement.Parse(claims) : null,
        key.Policy.Scopes,
        key.Policy.Limits);
}
