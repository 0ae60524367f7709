using AdminConsole.Core.Results;
using AdminConsole.Core.Usage;

namespace AdminConsole.Web.Features.Keys.Revoking;

/// <summary>What stops working with a key: to be known before it is revoked or disabled.</summary>
/// <param name="Hint">Null where it may not be read.</param>
/// <param name="Recent">Its use of late; null where it may not be read.</param>
/// <param name="Refusals">Why there is nothing to revoke or disable.</param>
/// <param name="MayDisable">Disabling is a way for this operator too.</param>
public sealed record KeyStakes(
    string? Organization,
    string? Owner,
    string? Hint,
    DateTimeOffset? LastUsedAt,
    RecentUse? Recent,
    IReadOnlyList<Failure> Refusals,
    bool MayDisable)
{
    private static readonly TimeSpan HotFor = TimeSpan.FromHours(24);

    public bool IsInUse(DateTimeOffset now) => Recent is { Calls: > 0 } || now - LastUsedAt < HotFor;
}
