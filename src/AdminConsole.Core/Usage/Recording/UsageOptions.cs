namespace AdminConsole.Core.Usage.Recording;

/// <summary>How usage is kept: <c>Console:Usage</c> in the settings.</summary>
public sealed class UsageOptions
{
    public const string Section = "Console:Usage";

    /// <summary>What a crash can lose at most: events are written down as often, and a little oftener for the time that a write takes.</summary>
    public TimeSpan FlushInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long counts are gathered, and read from memory, before they are written into the daily counts. Of many keys that takes minutes more, since
    /// each write is followed by a rest.
    /// </summary>
    public TimeSpan RollUpInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long single events are kept.</summary>
    public int EventHours { get; set; } = 24;

    /// <summary>How much space single events may take; the oldest make way.</summary>
    public long EventMaxBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>How long daily counts are kept.</summary>
    public int DailyCountDays { get; set; } = 400;

    /// <summary>Events kept one by one between two flushes; those beyond are counted only.</summary>
    public int MaxPendingEvents { get; set; } = 100_000;

    /// <summary>Counts kept apart between two flushes for events beyond <see cref="MaxPendingEvents"/>.</summary>
    public int MaxPendingCounts { get; set; } = 100_000;

    /// <summary>
    /// Counts gathered from written blocks before they are rolled up, of about 230 bytes each; at half of it that happens before its time. Room for
    /// each of a million keys: a roll-up costs by the count and not by the use, so one that came early for want of room would be most of what a use
    /// costs.
    /// </summary>
    public int MaxGatheredCounts { get; set; } = 2_000_000;

    /// <summary>
    /// Rows that a roll-up writes in one transaction: so few that changes of keys and the next second of events hardly wait, and so many that a page
    /// of an index, which rows of all keys share, is not written again for nearly each of them.
    /// </summary>
    public int RowsPerWrite { get; set; } = 4_000;

    public bool AreUsable =>
        FlushInterval > TimeSpan.Zero && RollUpInterval > TimeSpan.Zero && EventHours > 0 && EventMaxBytes > 0 && DailyCountDays > 0
        && MaxPendingEvents > 0 && MaxPendingCounts > 0 && MaxGatheredCounts > 0 && RowsPerWrite > 0;
}
