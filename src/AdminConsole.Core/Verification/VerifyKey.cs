using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Core.Verification;

/// <summary>What is asked about a key, as a caller or a person writes it.</summary>
public abstract record VerificationQuestion
{
    /// <summary>All of them are needed.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The address of whoever presented the secret: the caller's own is that of the service, not of its client.</summary>
    public string? ClientIp { get; init; }

    public Id<Project>? Project { get; init; }

    public string? Resource { get; init; }

    public string? Referrer { get; init; }
}

/// <summary>The question: may this secret do this, from here, now?</summary>
/// <param name="Secret">As it was presented; never logged.</param>
public sealed record VerifyKey(string Secret) : VerificationQuestion
{
    // A record would print its secret.
    public override string ToString() => nameof(VerifyKey);
}

/// <summary>The answer to a verification.</summary>
/// <param name="Key">The key, when there is one of the caller's organization; null with <see cref="DecisionCode.NotFound"/>.</param>
/// <param name="MaxAgeSeconds">How long the caller may act on this answer without asking again.</param>
public sealed record VerificationAnswer(Decision Decision, VerifiableKey? Key, int MaxAgeSeconds)
{
    /// <summary>A secured key's own query parameters are added to its parent's.</summary>
    public const int QueryParametersMaxLength = KeyLimits.QueryParametersMaxLength + 1 + SecuredKey.MaxQueryLength;
}
