using System.Globalization;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Which days of a key's usage are asked for.</summary>
internal sealed record UsageParameters(DateOnly? From, DateOnly? Until) : IQueryParameters<UsageParameters>
{
    private const string FirstDay = "from";
    private const string LastDay = "until";
    private const int DefaultDays = 30;

    public static IReadOnlyList<ParameterText> Taken { get; } =
    [
        new(FirstDay, new("The first day in UTC; 30 days up to the last unless given.", "2026-02-01")) { Format = "date" },
        new(LastDay, new("The last day in UTC; today unless given.", "2026-03-02")) { Format = "date" },
    ];

    public static UsageParameters Read(ApiParameters parameters, Id<Organization> organization)
    {
        var until = parameters.Value<DateOnly>(LastDay, Day, "a day in UTC, as 2026-03-31");
        return new(parameters.Value<DateOnly>(FirstDay, Day, "a day in UTC, as 2026-03-01"), until);
    }

    public UsagePeriod Period(DateOnly today)
    {
        var until = Until ?? today;
        return new(From ?? until.AddDays(-Math.Min(DefaultDays - 1, until.DayNumber)), until);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
