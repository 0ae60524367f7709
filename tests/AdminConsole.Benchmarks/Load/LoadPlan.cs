namespace AdminConsole.Benchmarks.Load;

/// <param name="PerSecond">Requests offered a second; none = as many as are answered.</param>
/// <param name="Count">The load ends earlier when about so many were answered.</param>
internal sealed record LoadPlan(TimeSpan Length, int Connections = 32, int? PerSecond = null, long Count = long.MaxValue)
{
    /// <summary>Whether a server that goes away ends the load, instead of being a fault.</summary>
    public bool EndsWithServer { get; init; }
}

/// <summary>What came of a load.</summary>
/// <param name="Allowed">The share of answers that allowed the use.</param>
internal sealed record LoadResult(double PerSecond, long Count, TimeSpan Median, TimeSpan Percentile99, double Allowed)
{
    public static LoadResult Of(IReadOnlyList<Connection> connections, TimeSpan took)
    {
        var latencies = new Latencies();
        foreach (var connection in connections)
        {
            latencies.Add(connection.Latencies);
        }

        var allowed = connections.Sum(connection => connection.Allowed);
        return new(
            latencies.Count / took.TotalSeconds, latencies.Count, latencies.Percentile(0.5), latencies.Percentile(0.99), (double)allowed / latencies.Count);
    }
}
