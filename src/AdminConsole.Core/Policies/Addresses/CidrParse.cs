using System.Diagnostics.CodeAnalysis;

namespace AdminConsole.Core.Policies.Addresses;

/// <summary>What reading a network gave: the network, or why not.</summary>
public sealed class CidrParse
{
    private readonly Cidr _value;

    internal CidrParse(Cidr value) => _value = value;

    internal CidrParse(CidrFault fault) => Fault = fault;

    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Fault is null;

    public CidrFault? Fault { get; }

    /// <exception cref="InvalidOperationException">The text was refused.</exception>
    public Cidr Value => Succeeded ? _value : throw new InvalidOperationException($"Not a network: {Fault.Code}.");
}
