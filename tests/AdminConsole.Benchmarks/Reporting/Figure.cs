namespace AdminConsole.Benchmarks.Reporting;

/// <summary>One goal: what was measured, beside what, and the ratio that must hold.</summary>
/// <param name="Goal">In the words of the table of goals.</param>
/// <param name="Ours">The console's figure, with its unit.</param>
/// <param name="Beside">What it is held against, measured in the same run.</param>
internal sealed record Figure(string Goal, string Ours, string Beside, double Ratio, Limit Limit)
{
    /// <summary>Whether the ratio is at most a tenth away from its goal: so much a busy machine adds or takes.</summary>
    public bool Holds => Limit.IsReached(Ratio) || Limit.IsNearly(Ratio);

    public string Verdict => Limit.IsReached(Ratio) ? "yes" : Limit.IsNearly(Ratio) ? "within a tenth" : "**no**";
}

/// <summary>What a ratio must be.</summary>
internal sealed record Limit(double Value, bool IsLeast)
{
    private const double Tolerance = 0.1;

    private bool IsExact { get; init; }

    public static Limit AtLeast(double value) => new(value, IsLeast: true);

    public static Limit AtMost(double value) => new(value, IsLeast: false);

    public static Limit Exactly(double value) => new(value, IsLeast: true) { IsExact = true };

    public bool IsReached(double ratio) => IsExact ? ratio.Equals(Value) : IsLeast ? ratio >= Value : ratio <= Value;

    public bool IsNearly(double ratio) => !IsExact && (IsLeast ? ratio >= Value * (1 - Tolerance) : ratio <= Value * (1 + Tolerance));

    public override string ToString() => FormattableString.Invariant($"{(IsExact ? "=" : IsLeast ? "≥" : "≤")} {Value:0.##}");
}
