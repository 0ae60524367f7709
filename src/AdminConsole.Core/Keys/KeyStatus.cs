namespace AdminConsole.Core.Keys;

/// <summary>What a key is at a given moment; computed, never stored. The order below is the one in which it is decided, last first.</summary>
public enum KeyStatus
{
    Active,

    /// <summary>Active, with less than the organization's warning time left.</summary>
    Expiring,

    Expired,

    /// <summary>Not valid before its start.</summary>
    Scheduled,

    Disabled,

    Revoked,
}
