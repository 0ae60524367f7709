namespace AdminConsole.Core.Policies.Addresses;

/// <summary>The two kinds of address. A rule of one kind says nothing about addresses of the other.</summary>
public enum IpFamily
{
    V4,
    V6,
}
