namespace AdminConsole.Tests.Fuzzing;

/// <summary>All choices of one connection: the same seed makes the same ones.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double share) => _random.NextDouble() < share;

    public int Below(int bound) => _random.Next(bound);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}
