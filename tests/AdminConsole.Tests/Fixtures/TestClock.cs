namespace AdminConsole.Tests.Fixtures;

/// <summary>
/// A clock that stands still. Setting <see cref="Now"/> is what setting a machine's clock is; only <see cref="Pass"/> lets time pass.
/// </summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private long _passed;

    public DateTimeOffset Now { get; set; } = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _passed);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Pass(TimeSpan time)
    {
        Interlocked.Add(ref _passed, time.Ticks);
        Now += time;
    }
}
