namespace AdminConsole.Core.Policies.Addresses;

/// <summary>
/// From which addresses a key may be used. A blocked network wins over an allowed one; without allowed networks any address is allowed.
/// Compiled once, when the key is read or changed.
/// </summary>
public sealed class SourceIpRules
{
    /// <summary>The most networks in either list.</summary>
    public const int MaxPerList = 100;

    /// <summary>No rules: any address, and none needs to be known.</summary>
    public static readonly SourceIpRules Any = new([], []);

    private readonly AddressRanges _allowed;
    private readonly AddressRanges _blocked;

    private SourceIpRules(Cidr[] allowed, Cidr[] blocked)
    {
        (Allowed, Blocked) = (Array.AsReadOnly(allowed), Array.AsReadOnly(blocked));
        (_allowed, _blocked) = (new AddressRanges(allowed), new AddressRanges(blocked));
        IsAny = allowed.Length == 0 && blocked.Length == 0;
    }

    /// <summary>Each network once, in the order given.</summary>
    public IReadOnlyList<Cidr> Allowed { get; }

    /// <inheritdoc cref="Allowed"/>
    public IReadOnlyList<Cidr> Blocked { get; }

    /// <summary>Whether there is no rule at all, so that the address does not matter.</summary>
    public bool IsAny { get; }

    /// <exception cref="ArgumentException">A list holds more than <see cref="MaxPerList"/> different networks.</exception>
    public static SourceIpRules Create(IEnumerable<Cidr> allowed, IEnumerable<Cidr> blocked)
    {
        var rules = new SourceIpRules(Distinct(allowed, nameof(allowed)), Distinct(blocked, nameof(blocked)));
        return rules.IsAny ? Any : rules;
    }

    /// <summary>Whether a request from the address gets through both lists.</summary>
    public bool Admits(ClientAddress address) => !Blocks(address) && Allows(address);

    /// <summary>Whether the blocked list covers the address.</summary>
    public bool Blocks(ClientAddress address) => _blocked.Contains(address);

    /// <summary>Whether the allowed list, taken alone, lets the address in.</summary>
    public bool Allows(ClientAddress address) => Allowed.Count == 0 || _allowed.Contains(address);

    /// <summary>The first blocked network that covers the address: for the wording of a refusal, not for the decision.</summary>
    public Cidr? BlockedBy(ClientAddress address) => FirstCovering(Blocked, address);

    /// <summary>The first allowed network that covers the address: for the wording of an explanation, not for the decision.</summary>
    public Cidr? AllowedBy(ClientAddress address) => FirstCovering(Allowed, address);

    private static Cidr[] Distinct(IEnumerable<Cidr> networks, string parameter)
    {
        Cidr[] distinct = [.. networks.Distinct()];
        return distinct.Length <= MaxPerList ? distinct : throw new ArgumentException($"A list holds at most {MaxPerList} networks.", parameter);
    }

    private static Cidr? FirstCovering(IReadOnlyList<Cidr> networks, ClientAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return network;
            }
        }

        return null;
    }
}
