namespace AdminConsole.Core.Text;

public static class Clock
{
    /// <summary>Now, to the millisecond: the precision that is stored, shown and compared everywhere.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => clock.GetUtcNow().ToMilliseconds();

    public static DateTimeOffset ToMilliseconds(this DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}
