namespace AdminConsole.Benchmarks.Reporting;

/// <summary>One goal: what was measured, beside what, and the ratio that must hold.</summary>
/// <param name="Goal">In the words of the table of goals.</param>
/// <param name="Ours">The console's figure, with its unit.</param>
/// <param name="Beside">What it is held against, measured in the same run.</param>
internal sealed record Figure(string Goal, string Ours, string Beside, double Ratio, Limit Limit)
{
    public bool Holds => Limit.Holds(Ratio);
}

/// <summary>What a ratio must be.</summary>
internal sealed record Limit(double Value, bool IsLeast)
{
    private bool IsExact { get; init; }

    public static Limit AtLeast(double value) => new(value, IsLeast: true);

    public static Limit AtMost(double value) => new(value, IsLeast: false);

    public static Limit Exactly(double value) => new(value, IsLeast: true) { IsExact = true };

    public bool Holds(double ratio) => IsExact ? ratio.Equals(Value) : IsLeast ? ratio >= Value : ratio <= Value;

    public override string ToString() => FormattableString.Invariant($"{(IsExact ? "=" : IsLeast ? "≥" : "≤")} {Value:0.##}");
}
