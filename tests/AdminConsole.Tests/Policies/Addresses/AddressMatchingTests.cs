using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Tests.Policies.Addresses;

public sealed class AddressMatchingTests
{
    private const int Seed = 20260801;
    private const int Rounds = 5_000;
    private const int AddressesPerRound = 200;

    private readonly BitScenes _scenes = new(Seed);
    private int _pairs;
    private int _covered;
    private int _asked;
    private int _admitted;

    [Fact]
    public void A_million_addresses_are_matched_as_a_bit_by_bit_reference_matches_them()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (allowed, blocked) = (_scenes.Networks(9), _scenes.Networks(3));
            CompareNetworks(allowed, blocked);
        }

        // Both answers must be frequent, or the comparison says little.
        Assert.True(_pairs >= 1_000_000 && _asked >= 900_000, $"{_pairs} pairs, {_asked} addresses");
        Assert.InRange((double)_covered / _pairs, 0.15, 0.85);
        Assert.InRange((double)_admitted / _asked, 0.15, 0.85);
    }

    private void CompareNetworks(BitScenes.Network[] allowed, BitScenes.Network[] blocked)
    {
        BitScenes.Network[] networks = [.. allowed, .. blocked];
        var parsed = networks.Select(Parse).ToArray();
        var rules = SourceIpRules.Create(parsed.Take(allowed.Length), parsed.Skip(allowed.Length));
        for (var i = 0; networks.Length > 0 && i < AddressesPerRound; i++)
        {
            var bits = _scenes.AddressNear(networks[i % networks.Length]);
            var address = Address(bits);
            var covers = Array.ConvertAll(networks, network => network.Contains(bits));
            CompareEach(parsed, covers, address);
            CompareRules(rules, Admits(covers.AsSpan(0, allowed.Length), covers.AsSpan(allowed.Length)), address);
        }
    }

    private void CompareEach(Cidr[] networks, bool[] covers, ClientAddress address)
    {
        for (var i = 0; i < networks.Length; i++)
        {
            if (networks[i].Contains(address) != covers[i])
            {
                Assert.Fail($"seed {Seed}: {networks[i]} and {address}; the reference says {covers[i]}");
            }

            _pairs++;
            _covered += covers[i] ? 1 : 0;
        }
    }

    private void CompareRules(SourceIpRules rules, bool admits, ClientAddress address)
    {
        if (rules.Admits(address) != admits)
        {
            Assert.Fail(
                $"seed {Seed}: allowed [{string.Join(' ', rules.Allowed)}], blocked [{string.Join(' ', rules.Blocked)}] "
                + $"and {address}; the reference says {admits}");
        }

        _asked++;
        _admitted += admits ? 1 : 0;
    }

    private static bool Admits(ReadOnlySpan<bool> allowed, ReadOnlySpan<bool> blocked) =>
        (allowed.IsEmpty || allowed.Contains(true)) && !blocked.Contains(true);

    private static Cidr Parse(BitScenes.Network network) => Cidr.Parse(network.Text).Value;

    private static ClientAddress Address(string bits) =>
        ClientAddress.TryParse(BitReference.Text(bits), out var address)
            ? address
            : throw new FormatException($"seed {Seed}: {BitReference.Text(bits)}");
}
