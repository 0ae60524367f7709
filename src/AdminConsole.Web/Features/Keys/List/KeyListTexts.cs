using System.Globalization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Usage;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Resources;
using Humanizer;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>The words of the list's cells. Rows are made of text alone: a component in a cell would cost more bytes than what it shows.</summary>
internal static class KeyListTexts
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A number that was counted so far and no further.</summary>
    public static string CountText(this IStringLocalizer<Texts> texts, int count, int countedUpTo) =>
        count > countedUpTo ? texts["Keys.List.Capped", countedUpTo] : count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"2 min ago", "in 8 months".</summary>
    public static string DistanceText(this IStringLocalizer<Texts> texts, DateTimeOffset moment, DateTimeOffset now)
    {
        var distance = (moment - now).Duration();
        return distance < Minute
            ? texts["Keys.Moment.Now"]
            : texts[moment < now ? "Keys.Moment.Past" : "Keys.Moment.Future", texts.SpanText(distance)];
    }

    public static string RowStatusText(this IStringLocalizer<Texts> texts, KeySummary key, DateTimeOffset now) =>
        key is { Status: KeyStatus.Expiring, ExpiresAt: { } end }
            ? texts["Keys.Status.ExpiresIn", texts.SpanText(end - now)]
            : texts.StatusText(key.Status);

    public static string ActivityText(this IStringLocalizer<Texts> texts, DailyActivity activity) => activity.Total switch
    {
        0 => texts["Keys.Activity.None", activity.Counts.Count],
        1 => texts["Keys.Activity.One", activity.Counts.Count],
        var total => texts["Keys.Activity.Many", total, activity.Counts.Count],
    };

    private static string SpanText(this IStringLocalizer<Texts> texts, TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => texts["Keys.Moment.Minutes", Math.Max(1, (int)span.TotalMinutes)],
        { TotalDays: < 1 } => texts["Keys.Moment.Hours", (int)span.TotalHours],
        _ => span.Humanize(maxUnit: TimeUnit.Year, culture: CultureInfo.CurrentUICulture),
    };
}
