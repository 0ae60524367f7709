namespace AdminConsole.Secrets;

/// <summary>What a presented text is, as far as the text itself tells.</summary>
public enum SecretCheck
{
    /// <summary>Nothing was presented.</summary>
    Empty,

    /// <summary>Longer than <see cref="KeySecret.MaxPresentedLength"/>; not looked at.</summary>
    TooLong,

    /// <summary>Begins as our secrets do and is none of ours: mistyped, cut short or made up. Not worth a look-up.</summary>
    WrongChecksum,

    /// <summary>Not our format. Perhaps a vendor's, which is looked up like ours.</summary>
    Foreign,

    /// <summary>Our format, and the checksum is right. Whether such a key exists, only a look-up tells.</summary>
    WellFormed,
}
