namespace AdminConsole.Core.Policies;

/// <summary>Whether a key may do what was asked, and by which rule.</summary>
/// <param name="Code">The answer.</param>
/// <param name="Rule">The rule that decided, in English words. May name the client's address and the scopes asked; never a secret.</param>
/// <param name="PolicyVersion">The version of the key's policy that was applied; none when there is no key.</param>
/// <param name="MissingScopes">The scopes asked that the key lacks, with <see cref="DecisionCode.ScopeMissing"/>; otherwise empty.</param>
public sealed record Decision(DecisionCode Code, string Rule, int? PolicyVersion, IReadOnlyList<string> MissingScopes)
{
    internal static readonly Decision NotFound = new(DecisionCode.NotFound, "No key has this secret.", null, []);

    public bool Allowed => Code == DecisionCode.Valid;

    /// <summary>A policy that the console did not write decides nothing.</summary>
    internal static Decision TamperDetected(int version) =>
        new(DecisionCode.Disabled, "The key's stored policy is not the one that the console wrote.", version, []);

    internal static Decision Valid(int version) => new(DecisionCode.Valid, "Every rule of the key allows it.", version, []);
}
