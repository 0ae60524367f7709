using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace AdminConsole.Core.Policies;

/// <summary>How a <see cref="DecisionCode"/> is written in answers, usage and exports. Stable: programs compare these texts.</summary>
public static class DecisionCodes
{
    private static readonly FrozenDictionary<DecisionCode, string> Wire = new Dictionary<DecisionCode, string>
    {
        [DecisionCode.Valid] = "VALID",
        [DecisionCode.NotFound] = "NOT_FOUND",
        [DecisionCode.Revoked] = "REVOKED",
        [DecisionCode.Disabled] = "DISABLED",
        [DecisionCode.OrganizationSuspended] = "ORGANIZATION_SUSPENDED",
        [DecisionCode.NotYetValid] = "NOT_YET_VALID",
        [DecisionCode.Expired] = "EXPIRED",
        [DecisionCode.IpBlocked] = "IP_BLOCKED",
        [DecisionCode.IpNotAllowed] = "IP_NOT_ALLOWED",
        [DecisionCode.ReferrerNotAllowed] = "REFERRER_NOT_ALLOWED",
        [DecisionCode.ProjectNotAllowed] = "PROJECT_NOT_ALLOWED",
        [DecisionCode.ResourceNotAllowed] = "RESOURCE_NOT_ALLOWED",
        [DecisionCode.ScopeMissing] = "SCOPE_MISSING",
        [DecisionCode.RateLimited] = "RATE_LIMITED",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DecisionCode> Codes =
        Wire.ToFrozenDictionary(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal);

    public static string ToWire(this DecisionCode code) => Wire[code];

    /// <summary>Takes the exact text alone: upper case, with underscores.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DecisionCode code)
    {
        code = default;
        return text is not null && Codes.TryGetValue(text, out code);
    }
}
