using AdminConsole.Core.Keys;

namespace AdminConsole.Web.Vendors;

internal static class VendorNames
{
    /// <summary>The name of a new key where the vendor has descriptions alone: the description's first line.</summary>
    public static string Of(string? description, string otherwise)
    {
        var line = (description ?? "").Trim().Split('\n', 2)[0].Trim();
        return line switch
        {
            "" => otherwise,
            { Length: <= ApiKey.NameMaxLength } => line,

            // Not in the middle of a character.
            _ => line[..(char.IsHighSurrogate(line[ApiKey.NameMaxLength - 1]) ? ApiKey.NameMaxLength - 1 : ApiKey.NameMaxLength)],
        };
    }
}
