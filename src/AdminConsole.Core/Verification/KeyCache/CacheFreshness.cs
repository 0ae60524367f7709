using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>How verification is set up.</summary>
/// <param name="MaxStaleness">How long the keys in memory are believed while the database cannot be asked whether they have changed.</param>
public sealed record VerificationOptions(TimeSpan MaxStaleness)
{
    public static readonly VerificationOptions Default = new(TimeSpan.FromSeconds(30));
}

/// <summary>
/// Remembers when the keys in memory were last known to be those of the database. When that is too long ago, a key may have been revoked without
/// this process knowing: nothing is allowed any more, rather than something wrongly (DESIGN 7).
/// </summary>
public sealed class CacheFreshness(VerificationOptions settings, TimeProvider clock)
{
    public static readonly Failure Stale = new(
        FailureKind.Unavailable,
        "storage.unreachable",
        "The console cannot reach its database, so it cannot tell which keys are still valid. Try again in a moment.");

    private Confirmation? _last;

    /// <summary>When the database was last asked; null before the keys were loaded.</summary>
    public DateTimeOffset? CheckedAt => Volatile.Read(ref _last)?.At;

    public TimeSpan MaxStaleness => settings.MaxStaleness;

    /// <summary>Whether nothing may be decided from memory. By the monotonic clock: setting the machine's time changes nothing.</summary>
    public bool IsStale => Volatile.Read(ref _last) is not { } last || clock.GetElapsedTime(last.Timestamp) > settings.MaxStaleness;

    /// <summary>To be called before the database is asked: what changes while it answers is not in the answer.</summary>
    internal Confirmation Begin() => new(clock.Now(), clock.GetTimestamp());

    /// <summary>To be called once all that it answered is in memory.</summary>
    internal void Confirm(Confirmation asked) => Volatile.Write(ref _last, asked);

    internal sealed record Confirmation(DateTimeOffset At, long Timestamp);
}
