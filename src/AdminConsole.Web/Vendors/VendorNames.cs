using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Vendors;

internal static class VendorNames
{
    /// <summary>The name of a new key where the vendor has descriptions alone: the description's first line.</summary>
    public static string Of(string? description, string otherwise)
    {
        var line = (description ?? "").Trim().Split('\n', 2)[0].Trim();
        return line.Length == 0 ? otherwise
            : PlainText.IsLongerThan(ApiKey.NameMaxLength, line) ? string.Concat(line.EnumerateRunes().Take(ApiKey.NameMaxLength))
            : line;
    }
}
