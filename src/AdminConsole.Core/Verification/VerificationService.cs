using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Core.Verification;

/// <summary>Answers verifications: finds the key, lets the evaluator decide, counts and records the use.</summary>
public sealed class VerificationService(
    CachedKeys keys, SecuredKeyFinder securedKeys, CacheFreshness freshness, VerificationRateLimiter limiter, UsageRecorder usage, TimeProvider clock)
{
    public const int MaxScopes = 100;
    public const int MaxBatch = 100;
    public const string BatchField = "verifications";
    public const int MaxTextLength = 2048;
    public const string ClientIpField = "clientIp";
    public const string SecretField = "secret";
    public const string ScopesField = "scopes";
    public const string ProjectField = "project";
    public const string ResourceField = "resource";
    public const string ReferrerField = "referrer";

    /// <summary>How long a caller may go on with an answer that allows; a refusal is never kept.</summary>
    private const int MaxAgeOfAllowed = 30;

    public static readonly Failure Forbidden = new(
        FailureKind.Forbidden, "verify.forbidden", $"This management key lacks the scope {ManagementScopes.VerifyKeys}.");

    /// <summary>Answers one question.</summary>
    public Result<VerificationAnswer> Verify(Actor actor, Id<Organization> organization, VerifyKey question)
    {
        if (Refusal(actor, organization) is { } refusal)
        {
            return refusal;
        }

        var request = Request(question);
        return request.Succeeded ? Answer(actor, organization, question, request.Value) : request.Failures;
    }

    /// <summary>Answers up to <see cref="MaxBatch"/> questions, each as if it were asked alone. One at fault, and none is answered.</summary>
    public Result<IReadOnlyList<VerificationAnswer>> VerifyAll(Actor actor, Id<Organization> organization, IReadOnlyList<VerifyKey> questions)
    {
        if (Refusal(actor, organization) is { } refusal)
        {
            return refusal;
        }

        if (questions.Count is 0 or > MaxBatch)
        {
            return Failure.Invalid(BatchField, "list.length", $"Ask 1 to {MaxBatch} questions at a time.");
        }

        var requests = questions.Select(Request).ToList();
        var failures = requests.SelectMany((request, index) =>
            request.Failures.Select(failure => failure with { Field = $"{BatchField}/{index}/{failure.Field}" })).ToList();
        return failures.Count > 0
            ? failures
            : questions.Zip(requests, (question, request) => Answer(actor, organization, question, request.Value)).ToList();
    }

    private Failure? Refusal(Actor actor, Id<Organization> organization) =>
        freshness.IsStale ? CacheFreshness.Stale
        : actor.Can(Permission.VerifyKeys, organization) ? null
        : Forbidden;

    private VerificationAnswer Answer(Actor actor, Id<Organization> organization, VerifyKey question, VerificationRequest request)
    {
        var started = clock.GetTimestamp();
        var key = Find(organization, question.Secret);
        var now = clock.Now();
        var answer = Answer(key, request, now);
        usage.Record(UsageEvent.Of(organization, key?.Row, request, answer.Decision, now) with
        {
            CallerRow = actor.KeyRow,
            LatencyMicroseconds = (int)clock.GetElapsedTime(started).TotalMicroseconds,
        });
        return answer;
    }

    private VerifiableKey? Find(Id<Organization> organization, string secret)
    {
        if (keys.Find(secret) is not { } known)
        {
            return securedKeys.Find(organization, secret);
        }

        // A key of another organization does not exist for this caller.
        return known.OrganizationId == organization ? known : null;
    }

    private VerificationAnswer Answer(VerifiableKey? key, VerificationRequest request, DateTimeOffset now)
    {
        if (key is null)
        {
            return new(Decision.NotFound, Key: null, MaxAgeSeconds: 0);
        }

        var decision = key.Decide(request, now, limiter);
        return new(decision, key, decision.Allowed ? MaxAge(key.Policy, now) : 0);
    }

    /// <summary>Never past the key's expiry, and not at all where each use must be counted.</summary>
    private static int MaxAge(KeyPolicy policy, DateTimeOffset now)
    {
        if (policy.Limits.MaxVerificationsPerIpPerHour is not null)
        {
            return 0;
        }

        return policy.ExpiresAt is { } expires
            ? (int)Math.Min(MaxAgeOfAllowed, (expires - now).TotalSeconds)
            : MaxAgeOfAllowed;
    }

    /// <summary>The question for the evaluator, or every fault in it.</summary>
    internal static Result<VerificationRequest> Request(VerificationQuestion question)
    {
        ClientAddress address = default;
        var isUnderstood = question.ClientIp is null || ClientAddress.TryParse(question.ClientIp, out address);
        return !isUnderstood || IsTooLarge(question) ? Faults(question, isUnderstood) : new VerificationRequest
        {
            Scopes = question.Scopes,
            ClientIp = question.ClientIp is null ? null : address,
            Project = question.Project?.Value,
            Resource = question.Resource,
            Referrer = question.Referrer,
        };
    }

    private static bool IsTooLarge(VerificationQuestion question) =>
        question.Scopes.Count > MaxScopes
            || PlainText.IsLongerThan(MaxTextLength, question.Resource)
            || PlainText.IsLongerThan(MaxTextLength, question.Referrer);

    // Apart: a question without a fault allocates nothing for them.
    private static List<Failure> Faults(VerificationQuestion question, bool isUnderstood)
    {
        List<Failure> failures = [];
        if (!isUnderstood)
        {
            failures.Add(Failure.Invalid(ClientIpField, "address.form", "Send one plain IPv4 or IPv6 address, without port, brackets or zone."));
        }

        if (question.Scopes.Count > MaxScopes)
        {
            failures.Add(Failure.Invalid(ScopesField, "list.too_long", $"Ask for at most {MaxScopes} scopes at a time."));
        }

        CheckLength(failures, ResourceField, question.Resource);
        CheckLength(failures, ReferrerField, question.Referrer);
        return failures;
    }

    private static void CheckLength(List<Failure> failures, string field, string? text)
    {
        if (PlainText.IsLongerThan(MaxTextLength, text))
        {
            failures.Add(Failure.Invalid(field, "text.length", $"Send at most {MaxTextLength} characters."));
        }
    }
}
