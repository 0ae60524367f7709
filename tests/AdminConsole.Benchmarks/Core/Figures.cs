using AdminConsole.Benchmarks.Reporting;

namespace AdminConsole.Benchmarks.Core;

internal static class Figures
{
    public static Figure OfSizes(string goal, (TimeSpan Few, TimeSpan Many) took, Limit limit) =>
        new(goal, Text(took.Many), Text(took.Few), took.Many / took.Few, limit);

    private static string Text(TimeSpan time) => FormattableString.Invariant($"{time.TotalMilliseconds:0.00} ms");
}
