using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Explaining;

/// <summary>Walks the evaluator's chain to its end, where the evaluator stops at the first refusal. Pure, as the evaluator is.</summary>
public static class PolicyExplainer
{
    /// <summary>
    /// The decision of the evaluator with all that led to it, and the smallest edit that would make it <see cref="DecisionCode.Valid"/>.
    /// </summary>
    /// <inheritdoc cref="PolicyEvaluator.Evaluate"/>
    public static Explanation Explain(KeyPolicy? policy, VerificationRequest request, DateTimeOffset now)
    {
        var decision = PolicyEvaluator.Evaluate(policy, request, now);
        if (policy is null)
        {
            return new(decision, [], null, "There is no key to edit.");
        }

        ExplainedCheck[] checks =
        [
            .. PolicyEvaluator.Chain.Select(check =>
                new ExplainedCheck(check.Code, check.Requirement, check.Refuse(policy, request, now)?.Rule, check.Code == decision.Code)),
        ];
        var explanation = new Explanation(decision, checks, null, null);
        return decision.Allowed ? explanation : WithFixes(explanation, policy, request, now);
    }

    // No edit of one check's fix touches what another check looks at, so the smallest fix of each is together the smallest of all.
    private static Explanation WithFixes(Explanation explanation, KeyPolicy policy, VerificationRequest request, DateTimeOffset now)
    {
        var fixes = new PolicyFixes(policy, request, now);
        var needed = explanation.Checks.Where(check => !check.Passed).Select(check => fixes.Of(check.Code)).ToList();
        return needed.FirstOrDefault(fix => fix.Unfixable is not null) is { Unfixable: { } reason }
            ? explanation.WithoutEdit(reason)
            : explanation with { SuggestedEdit = new([.. needed.SelectMany(fix => fix.Edits)]) };
    }
}
