using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Explaining;

/// <summary>Why a request is decided as it is, and what would let it pass.</summary>
/// <param name="Decision">What a verification answers to the same request at the same instant.</param>
/// <param name="Checks">Every check in its order, also those behind the one that decided; none when there is no key.</param>
/// <param name="SuggestedEdit">The smallest edit of the key with which the request would pass; none when it passes already, or nothing helps.</param>
/// <param name="WhyNoEdit">Why no edit helps, in English words; null when one does or none is needed.</param>
public sealed record Explanation(Decision Decision, IReadOnlyList<ExplainedCheck> Checks, SuggestedEdit? SuggestedEdit, string? WhyNoEdit)
{
    internal Explanation WithoutEdit(string reason) => this with { SuggestedEdit = null, WhyNoEdit = reason };
}

/// <summary>How the request fared with one check.</summary>
/// <param name="Code">The code that the check refuses with.</param>
/// <param name="Requirement">What must hold to pass, in English words.</param>
/// <param name="Refusal">Why it does not hold, in English words; null when it does.</param>
/// <param name="Decided">This is the first check that failed, and so the one that the decision names.</param>
public sealed record ExplainedCheck(DecisionCode Code, string Requirement, string? Refusal, bool Decided)
{
    public bool Passed => Refusal is null;
}
