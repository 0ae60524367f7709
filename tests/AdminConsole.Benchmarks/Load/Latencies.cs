namespace AdminConsole.Benchmarks.Load;

/// <summary>Counts durations in steps of ten microseconds, so that noting one costs the generator nothing.</summary>
internal sealed class Latencies
{
    private const int Steps = 100_000;
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(10);

    private readonly int[] _counts = new int[Steps];

    public long Count { get; private set; }

    public void Add(TimeSpan duration)
    {
        _counts[Math.Min(Steps - 1, duration.Ticks / Step.Ticks)]++;
        Count++;
    }

    public static Latencies Of(IEnumerable<Latencies> parts)
    {
        var all = new Latencies();
        foreach (var part in parts)
        {
            all.Add(part);
        }

        return all;
    }

    public TimeSpan Percentile(double share)
    {
        var rest = (long)(Count * share);
        for (var step = 0; step < Steps; step++)
        {
            rest -= _counts[step];
            if (rest < 0)
            {
                return Step * (step + 1);
            }
        }

        return Step * Steps;
    }

    private void Add(Latencies others)
    {
        for (var step = 0; step < Steps; step++)
        {
            _counts[step] += others._counts[step];
        }

        Count += others.Count;
    }
}
