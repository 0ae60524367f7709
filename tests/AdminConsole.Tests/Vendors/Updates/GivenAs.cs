namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>The ways to give a field in an update, which differ in what they do.</summary>
public enum GivenAs
{
    Omitted,
    Value,
    Null,
    List,
    EmptyList,
    PastExpiry,
    UnknownField,
}
