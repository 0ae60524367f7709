using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage;

/// <summary>Events at random, the same for the same seed: few of each value, so that counts repeat.</summary>
internal sealed class UsageScenes(int seed)
{
    private static readonly string[] Words = ["vm:read", "vm:edit", "dns", "a b", "[\"x\"]", "*", "", "größe:mög\u0000lich", new('s', 64)];

    private readonly Random _random = new(seed);

    public Id<Organization>[] Organizations { get; init; } =
    [
        .. Enumerable.Range(1, 3).Select(number => new Id<Organization>(new Guid(number, 0, 0, new byte[8]))),
    ];

    public long[] KeyRows { get; init; } = [UsageEvent.NoKey, 1, 2, 3, 500_000, long.MaxValue];

    public UsageEvent Event() =>
        new(
            A.Monday.AddMilliseconds(_random.Next(3 * 24 * 3600 * 1000)),
            One(Organizations),
            One(KeyRows),
            (DecisionCode)_random.Next(Enum.GetValues<DecisionCode>().Length))
        {
            Address = _random.Next(5) == 0 ? null : Address(),
            Scopes = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => One(Words))],
            Route = Maybe("GET /v1/vms"),
            CallerRow = _random.Next(3),
            PolicyVersion = _random.Next(3) is var version and not 0 ? version - 1 : null,
            LatencyMicroseconds = _random.Next(100_000),
            Project = _random.Next(2) == 0 ? null : One(Organizations).Value,
            Resource = Maybe("vms/" + _random.Next(4)),
            Referrer = Maybe("https://example.com/"),
        };

    public List<UsageEvent> Events(int count) => [.. Enumerable.Range(0, count).Select(_ => Event())];

    /// <summary>What must come out, counted in the plainest way.</summary>
    public static Dictionary<UsageDimensions, UsageCount> Counted(IEnumerable<UsageEvent> events) => events
        .GroupBy(use => UsageDimensions.Of(use))
        .ToDictionary(group => group.Key, group => new UsageCount(group.LongCount(), group.Min(use => use.At), group.Max(use => use.At)));

    private ClientAddress Address()
    {
        var text = _random.Next(3) == 0 ? $"2001:db8::{_random.Next(3)}" : $"10.0.0.{_random.Next(4)}";
        return ClientAddress.TryParse(text, out var address) ? address : throw new FormatException(text);
    }

    private string? Maybe(string text) => _random.Next(2) == 0 ? null : text;

    private T One<T>(T[] values) => values[_random.Next(values.Length)];
}
