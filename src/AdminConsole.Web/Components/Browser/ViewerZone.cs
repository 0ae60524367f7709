using Microsoft.JSInterop;

namespace AdminConsole.Web.Components.Browser;

/// <summary>The time zone of the person looking at this circuit; UTC until the browser has named it, or when it names none we know.</summary>
public sealed class ViewerZone(ScriptModules scripts, TimeProvider clock)
{
    /// <summary>A day that is named as the last one is included to its last second.</summary>
    public static readonly TimeOnly EndOfDay = new(23, 59, 59);

    private static readonly TimeSpan Edge = TimeSpan.FromDays(1);

    private bool _asked;

    public TimeZoneInfo Current { get; private set; } = TimeZoneInfo.Utc;

    public async Task LoadAsync()
    {
        if (_asked)
        {
            return;
        }

        _asked = true;
        try
        {
            var name = await scripts.CallAsync<string?>("js/viewer.js", "timeZone");
            Current = name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
        }
        catch (JSException)
        {
            // A browser that hides its zone sees UTC, and the page says so.
        }
    }

    /// <summary>The instant that a wall clock in the viewer's zone shows as <paramref name="local"/>.</summary>
    public DateTimeOffset ToInstant(DateTime local)
    {
        // While a year is being typed it is 2, 20 and 202; and some pick the last day there is for "never". Where an offset
        // could lead out of the calendar, there is none.
        if (local < DateTime.MinValue + Edge || local > DateTime.MaxValue - Edge)
        {
            return new DateTimeOffset(local, TimeSpan.Zero);
        }

        // An hour that the clocks skip does not exist: the same distance after the jump does.
        var shown = Current.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(shown, Current.GetUtcOffset(shown)).ToUniversalTime();
    }

    /// <summary>The end of the day that comes so many days after today.</summary>
    public DateTimeOffset EndOfDayIn(int days) =>
        ToInstant(DateOnly.FromDateTime(ToLocal(clock.GetUtcNow())).AddDays(days).ToDateTime(EndOfDay));

    public DateTime ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Current).DateTime;
}
