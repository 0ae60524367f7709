namespace AdminConsole.Core.Policies;

/// <summary>
/// What a secured key's policy was narrowed from. The parent's is asked first at each check, so that no restriction, however it is written, allows
/// what the parent refuses, and a refusal says whose it is.
/// </summary>
/// <param name="Parent">The policy of the key that the secured key was derived from.</param>
/// <param name="Fault">Why the restrictions cannot be understood; then the narrowed policy is disabled.</param>
internal sealed record KeyRestriction(KeyPolicy Parent, string? Fault = null)
{
    /// <summary>Whether a restriction can be what refuses with this code.</summary>
    public static bool RefusesWith(DecisionCode code) =>
        code is DecisionCode.Disabled or DecisionCode.Expired or DecisionCode.IpNotAllowed or DecisionCode.ResourceNotAllowed;

    public Decision? Refuse(PolicyCheck check, KeyPolicy narrowed, VerificationRequest request, DateTimeOffset now) =>
        check.Refuse(Parent, request, now) ?? (check.Refuse(narrowed, request, now) is { } refusal ? refusal with { Rule = Word(refusal) } : null);

    private string Word(Decision refusal) => Fault is null
        ? $"By a restriction of the secured key: {refusal.Rule}"
        : $"The restrictions of the secured key cannot be understood: {Fault}";
}
