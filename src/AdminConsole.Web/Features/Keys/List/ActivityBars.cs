using System.Globalization;
using System.Text;
using AdminConsole.Core.Usage;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>A row's bars as one path: an element for each day would be most of what the list sends.</summary>
internal static class ActivityBars
{
    private const int Height = 22;

    /// <summary>A line for each day, one unit apart and upwards: the style sheet scales it to where it stands.</summary>
    public static string PathOf(DailyActivity activity)
    {
        var most = activity.Counts.Max();
        var path = new StringBuilder();
        foreach (var (day, count) in activity.Counts.Index())
        {
            if (count > 0)
            {
                // A day with a single call among thousands is still seen.
                path.Append(CultureInfo.InvariantCulture, $"M{day} 0v{Math.Max(2, (int)Math.Round((double)Height * count / most))}");
            }
        }

        return path.ToString();
    }
}
