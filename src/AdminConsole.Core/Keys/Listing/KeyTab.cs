namespace AdminConsole.Core.Keys.Listing;

/// <summary>The tabs of the list of keys. Management keys have one of their own and stand in no other.</summary>
public enum KeyTab
{
    All,

    /// <summary>Without those that expire soon.</summary>
    Active,

    Expiring,

    /// <summary>Not used for <see cref="KeyTabs.UnusedForDays"/> days, though they could be.</summary>
    Unused,

    Disabled,
    Expired,
    Revoked,
    Management,
}

public static class KeyTabs
{
    public const int UnusedForDays = 90;

    private static readonly KeyKind[] Others = [KeyKind.Service, KeyKind.Managed];

    /// <summary>The query narrowed to the tab: what is listed there, and what is counted.</summary>
    public static KeyQuery Narrow(this KeyTab tab, KeyQuery query) => tab switch
    {
        KeyTab.Management => query with { Kinds = [KeyKind.Management] },
        KeyTab.Unused => query with { Kinds = Others, UnusedForDays = UnusedForDays },
        _ => StatusOf(tab) is { } status ? query with { Kinds = Others, Statuses = [status] } : query with { Kinds = Others },
    };

    private static KeyStatus? StatusOf(KeyTab tab) => tab switch
    {
        KeyTab.Active => KeyStatus.Active,
        KeyTab.Expiring => KeyStatus.Expiring,
        KeyTab.Disabled => KeyStatus.Disabled,
        KeyTab.Expired => KeyStatus.Expired,
        KeyTab.Revoked => KeyStatus.Revoked,
        _ => null,
    };
}
