using AdminConsole.Core.Policies;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Web.Features.Keys.Usage;

/// <summary>How many verifications of one day, in UTC, passed and were refused.</summary>
public sealed record UsageDay(DateOnly Day, long Valid, long Refused)
{
    public long Total => Valid + Refused;
}

/// <summary>A key's verifications of the last 30 days, the oldest day first and today last.</summary>
public sealed class UsageMonth
{
    public const int Length = 30;

    private UsageMonth(IReadOnlyList<UsageDay> days, DecisionCode? commonestRefusal) => (Days, CommonestRefusal) = (days, commonestRefusal);

    public IReadOnlyList<UsageDay> Days { get; }

    /// <summary>Null when nothing was refused.</summary>
    public DecisionCode? CommonestRefusal { get; }

    public long Valid => Days.Sum(day => day.Valid);

    public long Refused => Days.Sum(day => day.Refused);

    public long Highest => Days.Max(day => day.Total);

    public static UsagePeriod PeriodUntil(DateOnly today) => new(today.AddDays(1 - Length), today);

    public static UsageMonth Of(DateOnly today, IReadOnlyList<DailyOutcome> outcomes)
    {
        var first = PeriodUntil(today).From;
        var byDay = outcomes.ToLookup(outcome => outcome.Day);
        var commonest = outcomes
            .Where(outcome => outcome.Code is not DecisionCode.Valid)
            .GroupBy(outcome => outcome.Code, outcome => outcome.Count)
            .MaxBy(refusals => refusals.Sum());
        return new([.. Enumerable.Range(0, Length).Select(day => Day(first.AddDays(day), byDay[first.AddDays(day)]))], commonest?.Key);
    }

    private static UsageDay Day(DateOnly day, IEnumerable<DailyOutcome> outcomes)
    {
        var byValid = outcomes.ToLookup(outcome => outcome.Code is DecisionCode.Valid, outcome => outcome.Count);
        return new(day, byValid[true].Sum(), byValid[false].Sum());
    }
}
