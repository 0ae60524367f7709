namespace AdminConsole.Core.Keys.Editing;

/// <summary>What a vendor accepts in its keys and the console does not: its surface asks for it by name, the pages and the API never do.</summary>
public sealed record VendorExemptions
{
    public static readonly VendorExemptions None = new();

    /// <summary>A key may have no scopes: it then passes only what asks for none.</summary>
    public bool NoScopes { get; init; }

    /// <summary>A key may be made, or edited to be, expired.</summary>
    public bool PastExpiry { get; init; }

    /// <summary>A key may be revoked for another reason than those of the list, and without saying which.</summary>
    public bool UnexplainedRevocation { get; init; }
}
