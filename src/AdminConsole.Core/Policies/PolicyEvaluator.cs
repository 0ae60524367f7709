using System.Collections.Immutable;

namespace AdminConsole.Core.Policies;

/// <summary>
/// Decides what a key may do: the one place with the rules and their order. It reads no clock, no database and no caller, so that the same
/// question can be asked about another policy or another time.
/// </summary>
public static class PolicyEvaluator
{
    /// <summary>
    /// Every check in order, to be walked by whoever explains a decision. That a key exists is not among them: without one there is nothing to check.
    /// </summary>
    public static ImmutableArray<PolicyCheck> Chain { get; } =
    [
        new(DecisionCode.Revoked, "The key is not revoked.", PolicyRules.Revoked),
        new(DecisionCode.Disabled, "The key is enabled.", PolicyRules.Disabled),
        new(DecisionCode.OrganizationSuspended, "The organization is not suspended.", PolicyRules.OrganizationSuspended),
        new(DecisionCode.NotYetValid, "The key has started.", PolicyRules.NotYetValid),
        new(DecisionCode.Expired, "The key has not expired.", PolicyRules.Expired),
        new(DecisionCode.IpBlocked, "The address is in no blocked network.", PolicyRules.IpBlocked),
        new(DecisionCode.IpNotAllowed, "The address is known where a rule needs it, and allowed.", PolicyRules.IpNotAllowed),
        new(DecisionCode.ReferrerNotAllowed, "The referrer is allowed.", PolicyRules.ReferrerNotAllowed),
        new(DecisionCode.ProjectNotAllowed, "The project is one of the key's.", PolicyRules.ProjectNotAllowed),
        new(DecisionCode.ResourceNotAllowed, "The resource is allowed.", PolicyRules.ResourceNotAllowed),
        new(DecisionCode.ScopeMissing, "The key has every scope asked for.", PolicyRules.ScopeMissing),
        new(DecisionCode.RateLimited, "The address is within its hourly limit.", PolicyRules.RateLimited),
    ];

    /// <summary>
    /// The first refusal of the chain, or <see cref="DecisionCode.Valid"/>. Allocates nothing when the answer is valid or not found.
    /// </summary>
    /// <param name="policy">The policy of the key that was presented; none when no key has that secret.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="now">The instant that start and expiry are compared with: valid from the first on, and only before the second.</param>
    public static Decision Evaluate(KeyPolicy? policy, VerificationRequest request, DateTimeOffset now)
    {
        if (policy is null)
        {
            return Decision.NotFound;
        }

        if (policy.Restriction is { } restriction)
        {
            return EvaluateNarrowed(policy, restriction, request, now);
        }

        foreach (var check in Chain)
        {
            if (check.Refuse(policy, request, now) is { } refusal)
            {
                return refusal;
            }
        }

        return policy.Passed;
    }

    private static Decision EvaluateNarrowed(KeyPolicy narrowed, KeyRestriction restriction, VerificationRequest request, DateTimeOffset now)
    {
        foreach (var check in Chain)
        {
            if (restriction.Refuse(check, narrowed, request, now) is { } refusal)
            {
                return refusal;
            }
        }

        return narrowed.Passed;
    }
}
