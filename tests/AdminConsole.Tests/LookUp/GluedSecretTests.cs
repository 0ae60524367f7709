using System.Text;
using AdminConsole.Core.LookUp;
using FsCheck;
using FsCheck.Fluent;

namespace AdminConsole.Tests.LookUp;

/// <summary>Secrets within random text, in random writings.</summary>
public sealed class GluedSecretTests
{
    private const int Samples = 1500;

    private static readonly string[] Glue =
    [
        "", " ", "\n", "\"", "\\n", "\\\\n", "%20", "%2520", "\\u0022", "&quot;", "é", "x", "0", "_", "-", "=", ":", "/", "\\t", "\u001b[31m",
        "\u001b[0m",
        "token=", "Bearer ", "{\"msg\":\"line", "https://u:", "@host/", "\\", "%", "&", "[", "akc_", "ak_", "sk_", "größe", "🔑", "\u200b",
    ];

    private static readonly (string Name, Func<string, Random, string> Write)[] Writings =
    [
        ("plain", (text, _) => text),
        ("percent", (text, random) => Each(text, random, character => $"%{(int)character:X2}")),
        ("json", (text, random) => Each(text, random, character => $"\\u{(int)character:x4}")),
        ("hex", (text, random) => Each(text, random, character => $"\\x{(int)character:x2}")),
        ("entity", (text, random) => Each(text, random, character => $"&#{(int)character};")),
        ("colour", (text, random) => text.Insert(random.Next(text.Length), "\u001b[1;31m")),
        (
            "wrapped",
            (text, random) => text.Insert(random.Next(1, text.Length), random.GetItems(["\n", "\r\n", "\n  ", "\\n", " \\\n", "\n> "], 1)[0])),
        ("base64", (text, random) => PastedSecrets.Base64($"{new string('u', random.Next(4))}:{text}")),
        ("utf-16", (text, _) => Convert.ToBase64String(Encoding.Unicode.GetBytes(text))),
    ];

    private static readonly Gen<(string Format, int First, int Second, string Before, string After, int Seed)> Places =
        from format in Gen.Elements<string>(PastedSecrets.MarkedFormats)
        from first in Gen.Choose(0, Writings.Length - 1)
        from second in Gen.Choose(0, Writings.Length - 1)
        from before in Gen.ListOf(Gen.Elements(Glue), 3)
        from after in Gen.ListOf(Gen.Elements(Glue), 3)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (format, first, second, string.Concat(before), string.Concat(after), seed);

    [Fact]
    public void A_marked_secret_is_found_whatever_touches_it() => Assert.All(Places.Sample(Samples), place =>
        AssertFound(place.Format, place.Before, place.After, secret => secret));

    [Fact]
    public void A_marked_secret_is_found_in_every_writing_and_one_within_another() => Assert.All(Places.Sample(Samples), place =>
    {
        var random = new Random(place.Seed);
        AssertFound(place.Format, $"{place.Before} ", $" {place.After}", secret =>
            Writings[place.Second].Write(Writings[place.First].Write(secret, random), random));
    });

    [Fact]
    public void The_work_for_a_text_is_bounded_whatever_the_text()
    {
        string[] pieces =
        [
            .. Glue, "akc_live_", "TU5P", "%25", "\\\\", PastedSecrets.Base64(PastedSecrets.Base64(new string('%', 200))), new string('M', 100),
        ];

        Assert.All(Enumerable.Range(0, 10), seed =>
        {
            var text = string.Concat(new Random(seed).GetItems(pieces, 3000));

            Assert.True(TextReadings.Of(text).Sum(reading => (long)reading.Length) <= 25L * Math.Max(text.Length, 65_536));
            Assert.NotNull(SecretScanner.Scan(text));
        });
    }

    private static void AssertFound(string format, string before, string after, Func<string, string> write)
    {
        var secret = PastedSecrets.New(format);
        var text = $"{before}{write(secret)}{after}";

        Assert.True(SecretScanner.Scan(text).Any(found => found.Reveal() == secret), text);
    }

    private static string Each(string text, Random random, Func<char, string> write) =>
        string.Concat(text.Select(character => random.Next(3) > 0 ? write(character) : character.ToString()));
}
