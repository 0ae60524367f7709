using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;

namespace AdminConsole.Web.Vendors;

internal static class VendorRevocation
{
    /// <summary>The vendors ask for no reason from a list, and some for none at all.</summary>
    public static RevokeKey Of(KeyTarget target, string? comment) =>
        new(target, RevocationReason.Other, comment) { Exemptions = new() { UnexplainedRevocation = true } };
}
