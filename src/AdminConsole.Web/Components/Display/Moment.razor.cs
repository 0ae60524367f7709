using System.Globalization;
using AdminConsole.Web.Components.Browser;
using Humanizer;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Display;

public sealed partial class Moment(ViewerZone zone, TimeProvider clock)
{
    [Parameter, EditorRequired] public DateTimeOffset? Value { get; set; }

    /// <summary>"3 days ago" instead of the date; the date moves to the tooltip.</summary>
    [Parameter] public bool Relative { get; set; }

    /// <summary>What no value means here, for example "Never"; a dash when not given.</summary>
    [Parameter] public string? Empty { get; set; }

    private string Shown(DateTimeOffset value) => Relative
        ? value.UtcDateTime.Humanize(utcDate: true, dateToCompareAgainst: clock.GetUtcNow().UtcDateTime, culture: CultureInfo.CurrentUICulture)
        : InZone(value);

    private string Hover(DateTimeOffset value) => Relative ? $"{InZone(value)} · {InUtc(value)}" : InUtc(value);

    private string InZone(DateTimeOffset value) =>
        TimeZoneInfo.ConvertTime(value, zone.Current).ToString(T["Components.Moment.Format"], CultureInfo.CurrentCulture);

    private static string InUtc(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
