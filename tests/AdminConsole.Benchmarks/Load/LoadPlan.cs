namespace AdminConsole.Benchmarks.Load;

/// <param name="PerSecond">Requests offered a second; none = as many as are answered.</param>
/// <param name="Count">The load ends earlier when about so many were answered.</param>
internal sealed record LoadPlan(TimeSpan Length, int Connections = 32, int? PerSecond = null, long Count = long.MaxValue)
{
    /// <summary>Whether a server that goes away ends the load, instead of being a fault.</summary>
    public bool EndsWithServer { get; init; }
}

/// <summary>What came of a load.</summary>
/// <param name="AllowedCount">How many answers allowed the use.</param>
internal sealed record LoadResult(TimeSpan Took, Latencies Latencies, long AllowedCount)
{
    public long Count => Latencies.Count;

    public double PerSecond => Count / Took.TotalSeconds;

    public TimeSpan Median => Latencies.Percentile(0.5);

    public TimeSpan Percentile99 => Latencies.Percentile(0.99);

    /// <summary>The share of answers that allowed the use.</summary>
    public double Allowed => (double)AllowedCount / Count;

    public static LoadResult Of(IReadOnlyList<Connection> connections, TimeSpan took) =>
        new(took, Latencies.Of(connections.Select(connection => connection.Latencies)), connections.Sum(connection => connection.Allowed));

    /// <summary>The same load in several parts, as one.</summary>
    public static LoadResult Of(IReadOnlyList<LoadResult> parts) =>
        new(
            TimeSpan.FromTicks(parts.Sum(part => part.Took.Ticks)),
            Latencies.Of(parts.Select(part => part.Latencies)),
            parts.Sum(part => part.AllowedCount));
}
