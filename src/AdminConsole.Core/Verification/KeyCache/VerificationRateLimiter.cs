using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>
/// Counts a key's verifications per client address and hour. Only keys with such a limit are counted, and only what is allowed: a refusal
/// is not counted.
/// </summary>
public sealed class VerificationRateLimiter(TimeProvider clock)
{
    private const int MaxCounters = 200_000;

    private readonly FixedWindow<(long KeyRow, ClientAddress Address)> _allowed = new(TimeSpan.FromHours(1), MaxCounters, clock);

    /// <summary>Counts a verification that the key's policy allows; false when the address has used up the key's limit.</summary>
    public bool TryCount(VerifiableKey key, ClientAddress? client) =>
        key.Policy.Limits.MaxVerificationsPerIpPerHour is not { } limit || client is not { } address || _allowed.TryCount((key.Row, address), limit);

    /// <summary>How many verifications of the key were allowed to the address in the current window. Counts nothing.</summary>
    public int CountOf(long keyRow, ClientAddress address) => _allowed.CountOf((keyRow, address));
}
