using AdminConsole.Core.Actors;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.History;

/// <summary>A request of the past: what was asked, when, and which version of the key's policy stood then.</summary>
public sealed record PastRequest(KeyTarget Target, int Version, VerificationRequest Request, DateTimeOffset At);

/// <summary>What a past request was, or would have been, answered.</summary>
/// <param name="Decision">The decision under the policy of that version, at that instant.</param>
/// <param name="RateUnknown">
/// Nothing but the hourly limit stood against the request, and how much of it was used up is not kept: it passed or was rate limited.
/// </param>
public sealed record PastDecision(Decision Decision, bool RateUnknown)
{
    /// <summary>Whether this can be what was answered then.</summary>
    public bool Explains(DecisionCode answered) => answered == Decision.Code || (RateUnknown && answered is DecisionCode.RateLimited);
}

/// <summary>Decides past requests again, under the policy of their time.</summary>
public sealed class PastDecisions(ConsoleStore store)
{
    private static readonly Failure NoSuchVersion =
        new(FailureKind.NotFound, "key.version_not_found", "The key has no such version.", KeyFields.Version);

    public async Task<Result<PastDecision>> DecideAsync(Actor actor, PastRequest past, CancellationToken cancellation)
    {
        var policy = await PolicyAsync(actor, past.Target, past.Version, past.At, cancellation);
        return policy.Succeeded ? Decide(policy.Value, past) : policy.Failures.ToList();
    }

    /// <summary>The key's policy as it stood at one version, for the instant given.</summary>
    public async Task<Result<KeyPolicy>> PolicyAsync(Actor actor, KeyTarget target, int version, DateTimeOffset at, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        if (!await db.ApiKeys.AnyAsync(key => key.OrganizationId == target.OrganizationId && key.Id == target.KeyId, cancellation))
        {
            return KeyFailures.NotFound;
        }

        var row = await db.PolicyVersions.SingleOrDefaultAsync(row => row.KeyId == target.KeyId && row.Version == version, cancellation);
        if (row is null)
        {
            return NoSuchVersion;
        }

        // An organization has no versions: a suspension that still stands is dated, one that was lifted has left no trace.
        var suspended = await db.Organizations.AnyAsync(
            organization => organization.Id == target.OrganizationId && organization.SuspendedAt <= at, cancellation);
        return KeySnapshot.FromJson(row.Snapshot).ToPolicy(version, suspended);
    }

    private static PastDecision Decide(KeyPolicy policy, PastRequest past)
    {
        var decision = PolicyEvaluator.Evaluate(policy, past.Request with { VerificationsThisHour = 0 }, past.At);
        return new(decision, decision.Allowed && policy.Limits.MaxVerificationsPerIpPerHour is not null);
    }
}
