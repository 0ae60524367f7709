using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Explaining;

/// <summary>Why a request is decided as it is, and what would let it pass.</summary>
/// <param name="Decision">What a verification answers to the same request at the same instant.</param>
/// <param name="Checks">Every check in its order, also those behind the one that decided; none when there is no key.</param>
/// <param name="Remedy">The smallest edit of the key with which the request would pass; none when it passes already, or nothing helps.</param>
/// <param name="NoRemedy">Why no edit helps, in English words; null when one does or none is needed.</param>
public sealed record Explanation(Decision Decision, IReadOnlyList<ExplainedCheck> Checks, Remedy? Remedy, string? NoRemedy)
{
    internal Explanation WithoutRemedy(string reason) => this with { Remedy = null, NoRemedy = reason };
}

/// <summary>How the request fared with one check.</summary>
/// <param name="Code">The code that the check refuses with.</param>
/// <param name="Demand">What must hold to pass, in English words.</param>
/// <param name="Refusal">Why it does not hold, in English words; null when it does.</param>
/// <param name="Decided">This is the first check that failed, and so the one that the decision names.</param>
public sealed record ExplainedCheck(DecisionCode Code, string Demand, string? Refusal, bool Decided)
{
    public bool Passed => Refusal is null;
}
