using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Verification;

/// <summary>
/// Slows down whoever guesses credentials: failures are counted per address (of IPv6, per network of 64 bits) in windows of a minute. Successes are
/// neither counted nor held up, so that nobody is locked out by a neighbour.
/// </summary>
public sealed class FailureThrottle(TimeProvider clock)
{
    public const int MaxPerMinute = 100;

    /// <summary>Addresses counted at most; beyond, the window begins anew and memory stays bounded.</summary>
    private const int MaxAddresses = 50_000;

    private const int V6Prefix = 64;

    private readonly long _start = clock.GetTimestamp();
    private Window _window = new(0);

    /// <summary>Counts a failure, and says whether the address has had too many.</summary>
    public bool CountFailure(string? address)
    {
        var minute = (long)clock.GetElapsedTime(_start).TotalMinutes;
        var window = _window;
        if (window.Minute != minute || window.Failures.Count >= MaxAddresses)
        {
            // Two that turn the window at once lose a count; what matters is the order of magnitude.
            _window = window = new(minute);
        }

        return window.Failures.AddOrUpdate(NetworkOf(address), 1, (_, count) => count + 1) > MaxPerMinute;
    }

    private static Cidr NetworkOf(string? address) => ClientAddress.TryParse(address, out var parsed)
        ? Cidr.Around(parsed, parsed.Family is IpFamily.V6 ? V6Prefix : parsed.Width)
        : default;

    [SuppressMessage("Design", "MA0016:Prefer using collection abstraction instead of implementation", Justification = "Its atomic update is the point.")]
    private sealed record Window(long Minute)
    {
        public ConcurrentDictionary<Cidr, int> Failures { get; } = new();
    }
}
