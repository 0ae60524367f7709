using AdminConsole.Core.LookUp;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Tests.LookUp;

public sealed class SecretScannerTests
{
    private const string Vector = "akc_live_00000000000000000000000000000000000000000000luVeW";

    [Theory]
    [InlineData("{0}")]
    [InlineData("API_KEY={0}\n")]
    [InlineData("""{"secret":"{0}","name":"ci"}""")]
    [InlineData("2026-08-01 GET /v1 Authorization: Bearer {0}, 200")]
    [InlineData("x{0}")]
    [InlineData("_{0}")]
    [InlineData("akc_{0}")]
    [InlineData("akc_live_{0}")]
    [InlineData("{0}0")]
    [InlineData("{0}é")]
    public void A_secret_is_found_whatever_touches_it(string around) => AssertFound(Vector, around.Replace("{0}", Vector, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"msg":"line\n{0}"}""")]
    [InlineData("Bearer%20{0}")]
    [InlineData(@"""\u0022{0}\u0022")]
    [InlineData(@"""{\""secret\"":\""{0}\""}""")]
    [InlineData("token%3D{0}%26x")]
    [InlineData("\u001b[31m{0}\u001b[0m")]
    [InlineData(@"\x1b[31m{0}\x1b[0m")]
    [InlineData("[31m{0}[0m")]
    [InlineData("&quot;{0}&quot;")]
    [InlineData("token=3D{0}=20")]
    [InlineData("\u201c{0}\u201d")]
    public void Every_format_is_found_in_escaped_text(string around)
    {
        foreach (var secret in PastedSecrets.OfEveryFormat())
        {
            AssertFound(secret, around.Replace("{0}", secret, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("akc_live_0000000000000000000000\n0000000000000000000000luVeW")]
    [InlineData("> akc_live_0000000000000000000000\r\n> 0000000000000000000000luVeW")]
    [InlineData("'akc_live_0000000000000000000000' +\n    '0000000000000000000000luVeW'")]
    [InlineData("akc_live_0000000000000000000000=\n0000000000000000000000luVeW")]
    [InlineData("akc_live_0000000000000000000000\\\n0000000000000000000000luVeW")]
    [InlineData(@"akc_live_0000000000000000000000\n0000000000000000000000luVeW")]
    [InlineData("akc_live_00000000000\n00000000000000000000000\n0000000000luVeW\nnext")]
    [InlineData("ak\nc_live_00000000000000000000000000000000000000000000luVeW")]
    [InlineData("akc%5Flive%5f00000000000000000000000000000000000000000000luVeW")]
    [InlineData("akc%255Flive%255F00000000000000000000000000000000000000000000luVeW")]
    [InlineData(@"akc\_live\_00000000000000000000000000000000000000000000luVeW")]
    [InlineData(@"akc\u005flive\x5f00000000000000000000000000000000000000000000luVeW")]
    [InlineData("akc&#95;live&#x5F;00000000000000000000000000000000000000000000luVeW")]
    [InlineData("akc_live_00000\u001b[01;31m\u001b[K000000000000000000000000000\u001b[m\u001b[K000000000000luVeW")]
    [InlineData("akc_live_00000\u200b000000000000000000000000000\u00ad000000000000luVeW")]
    [InlineData("a\0k\0c\0_\0l\0i\0v\0e\0_\000000000000000000000000000000000000000000000luVeW")]
    public void A_secret_is_found_that_is_wrapped_or_escaped_itself(string text) => AssertFound(Vector, text);

    [Fact]
    public void Every_format_is_found_in_a_Basic_header()
    {
        foreach (var secret in PastedSecrets.OfEveryFormat())
        {
            AssertFound(secret, $"Authorization: Basic {PastedSecrets.Base64($"user:{secret}")}\nHost: example.com");
            AssertFound(secret, $@"line\n{PastedSecrets.Base64($"{secret}:")}");
            AssertFound(secret, $"Basic%20{Uri.EscapeDataString(PastedSecrets.Base64($"u:{secret}"))}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("akc_live_")]
    [InlineData("akc_live_00000000000000000000000000000000000000000000luVeX")]
    [InlineData("akc_test_00000000000000000000000000000000000000000000luVeW")]
    [InlineData("akc_live_0000000000000000000000 0000000000000000000000luVeW")]
    [InlineData("hello-world")]
    [InlineData("MyVeryLongServiceForInvoices")]
    [InlineData("d41d8cd98f00b204e9800998ecf8427")]
    [InlineData("D41D8CD98F00B204E9800998ECF8427E")]
    public void Anything_less_is_not_found(string text) => Assert.Empty(SecretScanner.Scan(text));

    public static TheoryData<string> Marked => ["clerk", "stack_sk_user", "stack_pk_user", "stack_sk_team", "stack_pk_team"];

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_vendors_secret_is_found_where_its_format_marks_it(string format)
    {
        var secret = SecretFormat.Named(format).Generate(Guid.CreateVersion7()).Reveal();
        var log = $$"""2026-08-01 POST /v1 {"authorization":"Bearer {{secret}}","id":"{{Guid.NewGuid()}}"} key={{secret}};x{{secret}}0""";

        var found = Assert.Single(SecretScanner.Scan(log));

        Assert.Equal((secret, format), (found.Reveal(), found.Format));
    }

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_vendors_secret_that_lacks_a_character_is_not_found(string format)
    {
        var secret = SecretFormat.Named(format).Generate(Guid.CreateVersion7()).Reveal();

        Assert.Empty(SecretScanner.Scan($"{secret[..^1]} {secret[1..]} {secret[..20]} {secret[20..]}"));
    }

    [Fact]
    public void Ids_and_sums_are_no_secrets()
    {
        var id = Guid.CreateVersion7();
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(id.ToByteArray()));
        var ids = $"{id} ak_{id:n} api_key_{id:n}\nkey_{id:n}\nak_{id:n}\n";

        Assert.Empty(SecretScanner.Scan($"{ids}abcdefghijklm {sum} {sum[..40]} sha256:{sum} ak_{sum}"));
    }

    [Fact]
    public void Each_secret_is_found_once_in_the_order_of_the_text()
    {
        var secrets = Enum.GetValues<SecretEnvironment>().Select(environment => KeySecret.Generate(environment).Reveal()).ToList();
        var log = string.Join("\n", secrets.Concat(secrets).Select(secret => $"key={secret};"));

        var found = SecretScanner.Scan(log);

        Assert.Equal(secrets, found.Select(secret => secret.Reveal()));
    }

    [Fact]
    public void A_secret_is_found_behind_as_many_words_and_secrets_as_a_text_can_hold()
    {
        var word = new string('1', 27);
        var others = Enumerable.Range(0, KeyLookUp.MaxTextLength / 33 - 4).Select(i => $"{i:x5}{word}");

        var found = SecretScanner.Scan($"{string.Join(' ', others)} {Vector}");

        Assert.Equal(KeyLookUp.MaxTextLength / 33 - 3, found.Count);
        Assert.Equal(Vector, found[0].Reveal());
    }

    private static void AssertFound(string secret, string text) =>
        Assert.Equal([secret], SecretScanner.Scan(text).Select(found => found.Reveal()));
}
