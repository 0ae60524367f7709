namespace AdminConsole.Core.Policies.Addresses;

/// <summary>
/// A set of addresses as sorted ranges that neither overlap nor touch, so that one binary search answers for any number of rules:
/// a key with 100 rules is verified as fast as a key with one.
/// </summary>
internal sealed class AddressRanges
{
    private readonly FamilyRanges _v4;
    private readonly FamilyRanges _v6;

    public AddressRanges(IReadOnlyCollection<Cidr> networks)
    {
        _v4 = FamilyRanges.Of(networks.Where(network => network.Network.Family == IpFamily.V4));
        _v6 = FamilyRanges.Of(networks.Where(network => network.Network.Family == IpFamily.V6));
    }

    public bool Contains(ClientAddress address) => (address.Family == IpFamily.V4 ? _v4 : _v6).Contains(address.Value);

    /// <summary>Whether every address of the others is one of these.</summary>
    public bool Cover(AddressRanges others) => _v4.Cover(others._v4) && _v6.Cover(others._v6);

    private sealed class FamilyRanges(UInt128[] firsts, UInt128[] lasts)
    {
        private static readonly FamilyRanges None = new([], []);

        public static FamilyRanges Of(IEnumerable<Cidr> networks)
        {
            var merged = new List<(UInt128 First, UInt128 Last)>();
            foreach (var network in networks.OrderBy(network => network.First))
            {
                Append(merged, network.First, network.Last);
            }

            return merged.Count == 0 ? None : new([.. merged.Select(range => range.First)], [.. merged.Select(range => range.Last)]);
        }

        private readonly UInt128[] _firsts = firsts;
        private readonly UInt128[] _lasts = lasts;

        public bool Contains(UInt128 address) => Contains(address, address);

        // Ranges do not touch, so that one which is covered lies within one.
        public bool Cover(FamilyRanges others) => others._firsts.Index().All(range => Contains(range.Item, others._lasts[range.Index]));

        private bool Contains(UInt128 first, UInt128 last)
        {
            var at = _firsts.AsSpan().BinarySearch(first);
            // Not the first address of a range: the complement of the next range's place.
            var candidate = at >= 0 ? at : ~at - 1;
            return candidate >= 0 && last <= _lasts[candidate];
        }

        private static void Append(List<(UInt128 First, UInt128 Last)> merged, UInt128 first, UInt128 last)
        {
            // Ranges come sorted. The difference cannot wrap below zero, and adding one to the highest address could.
            if (merged is [.., var previous] && (first <= previous.Last || first - previous.Last == 1))
            {
                merged[^1] = (previous.First, UInt128.Max(previous.Last, last));
                return;
            }

            merged.Add((first, last));
        }
    }
}
