namespace AdminConsole.Core.Secrets;

/// <summary>What a presented text is, as far as the text itself tells.</summary>
public enum SecretCheck
{
    /// <summary>Nothing was presented.</summary>
    Empty,

    /// <summary>Longer than <see cref="KeySecret.MaxPresentedLength"/>; not looked at.</summary>
    TooLong,

    /// <summary>
    /// Begins as our secrets do and is none of ours, or is one of Stack's but for its checksum: mistyped, cut short or made up. Not worth a look-up.
    /// </summary>
    WrongChecksum,

    /// <summary>No format with a checksum. Perhaps a vendor's without, which is looked up like ours.</summary>
    Foreign,

    /// <summary>Our format or Stack's, and the checksum is right. Whether such a key exists, only a look-up tells.</summary>
    WellFormed,
}
