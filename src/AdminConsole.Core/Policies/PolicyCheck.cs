namespace AdminConsole.Core.Policies;

/// <summary>One link of the evaluator's chain: a code, what it requires, and the rule that looks.</summary>
public sealed class PolicyCheck
{
    private readonly Rule _rule;

    internal PolicyCheck(DecisionCode code, string requirement, Rule rule) => (Code, Requirement, _rule) = (code, requirement, rule);

    /// <summary>Says why the request is refused, or nothing when it passes.</summary>
    internal delegate Refusal? Rule(KeyPolicy policy, VerificationRequest request, DateTimeOffset now);

    /// <summary>The code of the refusals of this check.</summary>
    public DecisionCode Code { get; }

    /// <summary>What must hold to pass, in English words: "The key is not revoked."</summary>
    public string Requirement { get; }

    /// <summary>The refusal, or nothing when the request passes this check.</summary>
    public Decision? Refuse(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        _rule(policy, request, now) is { } refusal ? new Decision(Code, refusal.Why, policy.Version, refusal.MissingScopes) : null;

    internal sealed record Refusal(string Why)
    {
        public IReadOnlyList<string> MissingScopes { get; init; } = [];
    }
}
