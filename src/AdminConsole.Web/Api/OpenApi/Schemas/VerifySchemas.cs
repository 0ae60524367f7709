using System.Text.Json.Nodes;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What the OpenAPI document says of questions and answers.</summary>
internal static class VerifySchemas
{
    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("VerifyQuestion")
        {
            ["secret"] = new(
                $"The key as it was presented, or one that an Algolia client derived from it. "
                    + $"What is longer than {KeySecret.MaxSecuredLength} characters is no key.",
                "akc_live_…"),
            ["scopes"] = new(
                "What is to be done; the key must have all of them. None unless given.",
                new JsonArray("vm:read")) { MaxItems = VerificationService.MaxScopes },
            ["clientIp"] = new(
                "The address of whoever presented the key, IPv4 or IPv6, without port. Rules about networks refuse a question that names none.",
                "10.1.2.3"),
            ["project"] = new("The id of the project that it is about.", "prj_019567d2a1c07d3e8f2b6a4c91e05d39"),
            ["resource"] = new("The resource that it is about.", "docs_en") { MaxLength = VerificationService.MaxTextLength },
            ["referrer"] = new("The page that the request came from.", "https://shop.example.com/cart")
            {
                MaxLength = VerificationService.MaxTextLength,
            },
        },
        new("VerifyBatch") { ["verifications"] = new("The questions.") { MinItems = 1, MaxItems = VerificationService.MaxBatch } },
        new("VerifyAnswers") { ["results"] = new("The answers, in the order of the questions.") },
        new("VerifyAnswer")
        {
            ["code"] = new(
                "How it was decided; `VALID` allows, all others refuse. Take one that is unknown for a refusal.",
                "VALID") { Names = [.. Enum.GetValues<DecisionCode>().Select(code => code.ToWire())] },
            ["valid"] = new("Whether the key may do this.", true),
            ["rule"] = new("The rule that decided, in words.", "The key is active and every rule allows the request."),
            ["policyVersion"] = new("The version of the key's policy; null when there is no such key.", 3) { Minimum = 1 },
            ["missingScopes"] = new("The scopes asked for that the key lacks, with `SCOPE_MISSING`.", new JsonArray()),
            ["key"] = new("The key; null when there is none."),
            ["maxAgeSeconds"] = new("How long the answer may be kept; 0 for not at all.", 30) { Minimum = 0, Maximum = 30 },
        },
        new("VerifiedKey")
        {
            ["id"] = new("The key's id.", "key_019567d2a1c07d3e8f2b6a4c91e05d37"),
            ["name"] = new("What people call it.", "ci-deploy") { MinLength = 1, MaxLength = ApiKey.NameMaxLength },
            ["expiresAt"] = new("When it expires; null for never.", "2026-12-31T00:00:00+00:00"),
            ["owner"] = new("Whom the key acts for; null for nobody."),
            ["claims"] = new("The key's claims, a JSON object; null for none.", new JsonObject { ["plan"] = "pro" }),
            ["scopes"] = new("All that the key may do.", new JsonArray("vm:read", "vm:edit")) { MaxItems = ApiKey.MaxScopes },
            ["limits"] = new("What the service must keep to."),
        },
        new("VerifiedOwner")
        {
            ["id"] = new("The owner's id.", "own_019567d2a1c07d3e8f2b6a4c91e05d38"),
            ["kind"] = new("What the owner is.", "team"),
            ["externalId"] = new("What the organization's own systems call it.", "team_deploy"),
        },
        new("KeyLimits")
        {
            ["maxVerificationsPerIpPerHour"] = new(
                "How often one address may have the key verified in an hour, which the console keeps to; null: no limit.",
                1000) { Minimum = KeyLimits.MinCount, Maximum = KeyLimits.MaxCount },
            ["maxHitsPerQuery"] = new("The most results that one query may return; null: no limit.", 100)
            {
                Minimum = KeyLimits.MinCount,
                Maximum = KeyLimits.MaxCount,
            },
            ["queryParameters"] = new(
                "A query string to force on each query; null for none.",
                "filters=public:true") { MaxLength = VerificationAnswer.QueryParametersMaxLength },
        },
    ];
}
