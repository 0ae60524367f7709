using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Verification;

/// <summary>
/// Slows down whoever guesses credentials: failures are counted per address (of IPv6, per network of 64 bits) in windows of a minute. Successes are
/// neither counted nor held up, so that nobody is locked out by a neighbour.
/// </summary>
public sealed class CredentialFailureLimiter(TimeProvider clock)
{
    public const int MaxPerMinute = 100;

    private const int MaxAddresses = 50_000;
    private const int V6Prefix = 64;

    private readonly FixedWindow<Cidr> _failures = new(TimeSpan.FromMinutes(1), MaxAddresses, clock);

    /// <summary>Counts a failure, and says whether the address has had too many.</summary>
    public bool CountFailure(string? address) => !_failures.TryCount(NetworkOf(address), MaxPerMinute);

    private static Cidr NetworkOf(string? address) => ClientAddress.TryParse(address, out var parsed)
        ? Cidr.Around(parsed, parsed.Family is IpFamily.V6 ? V6Prefix : parsed.Width)
        : default;
}
