using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Demo;

/// <summary>When in a day, and in a week, a key is used.</summary>
internal enum DemoRhythm
{
    /// <summary>By people: most in the afternoon, little at weekends.</summary>
    Office,

    /// <summary>By programs, at any hour.</summary>
    Steady,

    /// <summary>By a job between two and four in the morning, UTC.</summary>
    Nightly,

    /// <summary>All at once, about once in eight days.</summary>
    Bursts,
}

/// <summary>Something that a key is asked for again and again.</summary>
/// <param name="Share">How often, beside the key's other questions.</param>
internal sealed record DemoQuestion(VerificationRequest Request, int Share);

/// <summary>How a demo key is used: how often, when, and what it is asked.</summary>
internal sealed record DemoTraffic(DemoRhythm Rhythm, double PerDay, DateTimeOffset From, DateTimeOffset Until)
{
    private const int DaysBetweenBursts = 8;

    /// <summary>Keys differ in the days of their bursts.</summary>
    public int BurstOffset { get; init; }

    /// <summary>Asked by turns of chance. <see cref="Later"/> takes their place from a moment on.</summary>
    public IReadOnlyList<DemoQuestion> Questions { get; init; } = [];

    public IReadOnlyList<DemoQuestion> Later { get; init; } = [];

    public DateTimeOffset LaterFrom { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Verifications to expect within the hour that begins then.</summary>
    public double Within(DateTimeOffset hour) => PerDay * OfWeek(hour) * OfDay(hour);

    public VerificationRequest Ask(DateTimeOffset at, Random random)
    {
        var questions = at < LaterFrom ? Questions : Later;
        var turn = random.Next(questions.Sum(question => question.Share));
        return questions.First(question => (turn -= question.Share) < 0).Request;
    }

    private double OfWeek(DateTimeOffset hour)
    {
        var isWeekend = hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return (Rhythm, isWeekend) switch
        {
            (DemoRhythm.Office or DemoRhythm.Bursts, true) => 0.15,
            (DemoRhythm.Steady, true) => 0.6,

            // Days differ a little, the same ones for every key.
            _ => 0.9 + (0.05 * (hour.DayOfYear % 5)),
        };
    }

    private double OfDay(DateTimeOffset hour) => Rhythm switch
    {
        DemoRhythm.Office => hour.Hour is >= 7 and < 19 ? (6 - Math.Abs(hour.Hour - 13)) / 36.0 + 0.005 : 0.002,
        DemoRhythm.Nightly => hour.Hour is 2 or 3 ? 0.5 : 0,
        DemoRhythm.Bursts => (hour.DayOfYear + BurstOffset) % DaysBetweenBursts == 0 && hour.Hour is >= 9 and < 12 ? 2.5 : 0,
        _ => 1.0 / 24,
    };
}
