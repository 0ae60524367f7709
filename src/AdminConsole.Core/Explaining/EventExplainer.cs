using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Explaining;

/// <summary>A verification that was recorded, and why it was answered so.</summary>
/// <param name="Explanation">Under the version of the key's policy that stood at that moment.</param>
/// <param name="HasSecuredKeys">Whether secured keys can be derived from the key.</param>
public sealed record ExplainedEvent(RecordedEvent Recorded, Explanation Explanation, bool HasSecuredKeys)
{
    /// <summary>
    /// Whether evaluating it again gives what was answered, or a secured key's restriction may have refused it, which is not recorded. Anything else
    /// is a fault of the console's, or of somebody who changed its database.
    /// </summary>
    public bool Agrees => IsSame || IsOfSecuredKey;

    /// <summary>What the key itself allows was refused for what a secured key may be restricted in.</summary>
    public bool IsOfSecuredKey => HasSecuredKeys && !IsSame && KeyRestriction.RefusesWith(Recorded.Event.Code);

    private bool IsSame => Recorded.Event.Code == Explanation.Decision.Code;
}

/// <summary>Travels back in time: evaluates a recorded verification again, under the policy of its time.</summary>
public sealed class EventExplainer(ConsoleStore store, UsageEvents events, PastDecisions past)
{
    private static readonly Failure OfNoKey = new(
        FailureKind.NotFound, "event.not_found", "This key has no such event, or it is older than events are kept.");

    public async Task<Result<ExplainedEvent>> ExplainAsync(Actor actor, KeyTarget target, string eventId, CancellationToken cancellation)
    {
        var recorded = await events.FindAsync(actor, target.OrganizationId, eventId, cancellation);
        if (!recorded.Succeeded)
        {
            return recorded.Failures;
        }

        var use = recorded.Value.Event;
        await using var db = store.CreateDbContext();
        var row = await UsageAccess.KeyRowAsync(db, actor, target, cancellation);
        if (!row.Succeeded || row.Value != use.KeyRow || use.PolicyVersion is not { } version)
        {
            return OfNoKey;
        }

        var policy = await past.PolicyAsync(actor, target, version, use.At, cancellation);
        var hasSecuredKeys = await db.KeyDerivations.AnyAsync(derivation => derivation.KeyId == target.KeyId, cancellation);
        return policy.Succeeded
            ? new ExplainedEvent(recorded.Value, PolicyExplainer.Explain(policy.Value, Request(use, policy.Value), use.At), hasSecuredKeys)
            : policy.Failures;
    }

    private static VerificationRequest Request(in UsageEvent use, KeyPolicy policy) => use.ToRequest() with
    {
        // That all of the hour's limit was used up, the answer says.
        VerificationsThisHour = use.Code is DecisionCode.RateLimited ? policy.Limits.MaxVerificationsPerIpPerHour ?? 0 : 0,
    };
}
