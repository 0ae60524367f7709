using System.Text;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Secured keys, as Algolia's clients derive them from a key's secret, and such as none of them would.</summary>
internal static class SecuredSecrets
{
    private static readonly IReadOnlyList<string> Queries =
    [
        "", "validUntil=4102444800", "validUntil=1", "validUntil=", "validUntil=-1", "validUntil=1e9", "validUntil=.", "validUntil=253402300799",
        "validUntil=253402300800", "validUntil=" + new string('9', 400),
        "validUntil=9&validUntil=8", "restrictIndices=logs-1", "restrictIndices=%5B%22logs-1%22%5D", "restrictIndices=%5B%22%5Cud800%22%5D",
        "restrictIndices=" + new string('[', 1500), "restrictIndices=%5B1e999%5D",
        "restrictIndices=" + new string(',', 1000), "restrictIndices=a*b*c", "restrictSources=10.0.0.0%2F8", "restrictSources=999.1.1.1",
        "restrictSources=%3A%3Affff%3A1.2.3.4%2F96", "restrictSources=fe80%3A%3A1%25eth0",
        "filters=user%3A42&userToken=ada", "filters=%00", "filters=%ED%A0%80", "filters=%FF", "filters=%zz%", "typo=2", "typo=1", "%", "&&==", "=",
        "ü", "\0", "\ud83d\udd11", new('x', 2000), string.Join('&', Enumerable.Range(0, 300).Select(number => $"p{number}=1")),
    ];

    private static readonly IReadOnlyList<Func<string, Dice, string>> Tamperings =
    [
        (secured, dice) => secured[..dice.Below(secured.Length)],
        (secured, dice) => Put(secured, dice.Below(secured.Length), dice.Pick(["A", "=", " ", "-", "_", "%", "ü", "\u200b", "\\u0000", "\\ud800"])),
        (secured, _) => secured + secured,
        (secured, _) => secured + "====",
        (secured, _) => secured.TrimEnd('='),
        (secured, _) => secured.ToUpperInvariant(),
        (secured, _) => Recode(secured, signed => signed.ToUpperInvariant()),
        (secured, _) => Recode(secured, signed => signed + "&validUntil=4102444800"),
        (secured, dice) => Recode(secured, signed => signed[..dice.Below(signed.Length)]),
        (secured, dice) => Recode(secured, signed => Put(signed, dice.Below(signed.Length), "z")),
        (secured, dice) => secured.Derive(dice.Pick(Queries)),
    ];

    public static string Make(string parent, Dice dice)
    {
        var secured = parent.Derive(dice.Pick(Queries));
        return dice.Chance(0.5) ? secured : dice.Pick(Tamperings)(secured, dice);
    }

    private static string Put(string text, int at, string what) => text[..at] + what + text[(at + 1)..];

    private static string Recode(string secured, Func<string, string> change) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Convert.FromBase64String(secured)))));
}
