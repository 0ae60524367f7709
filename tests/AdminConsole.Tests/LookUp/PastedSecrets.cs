using System.Security.Cryptography;
using System.Text;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Tests.LookUp;

/// <summary>Secrets as people paste them.</summary>
internal static class PastedSecrets
{
    public static readonly IReadOnlyList<string> MarkedFormats =
        ["akc_live", "akc_test", "akc_mgmt", "clerk", "stack_sk_user", "stack_pk_user", "stack_sk_team", "stack_pk_team"];

    public static readonly IReadOnlyList<string> Formats = [.. MarkedFormats, "nirvana", "algolia", "secured"];

    public static IEnumerable<string> OfEveryFormat() => Formats.Select(New);

    public static string New(string format) => format is "secured"
        ? Base64(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) + "filters=a%3Eb")
        : SecretFormat.Named(format).Generate(Guid.CreateVersion7()).Reveal();

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
