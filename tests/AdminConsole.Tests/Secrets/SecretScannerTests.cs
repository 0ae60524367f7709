using System.Text.RegularExpressions;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Tests.Secrets;

public sealed partial class SecretScannerTests
{
    private const string Vector = "akc_live_00000000000000000000000000000000000000000000luVeW";

    [Theory]
    [InlineData("{0}")]
    [InlineData("API_KEY={0}\n")]
    [InlineData("""{"secret":"{0}","name":"ci"}""")]
    [InlineData("2026-08-01 GET /v1 Authorization: Bearer {0}, 200")]
    public void A_secret_is_found_where_it_stands_alone(string around)
    {
        var found = SecretScanner.Scan(around.Replace("{0}", Vector, StringComparison.Ordinal));

        Assert.Equal([Vector], found.Select(secret => secret.Reveal()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("akc_live_")]
    [InlineData("x" + Vector)]
    [InlineData("_" + Vector)]
    [InlineData("akc_" + Vector)]
    [InlineData(Vector + "0")]
    [InlineData(Vector + "é")]
    [InlineData("akc_live_00000000000000000000000000000000000000000000luVeX")]
    [InlineData("akc_test_00000000000000000000000000000000000000000000luVeW")]
    [InlineData("akc_live_0000000000000000000000\n0000000000000000000000luVeW")]
    public void Anything_less_is_not_found(string text) => Assert.Empty(SecretScanner.Scan(text));

    public static TheoryData<string> Marked => ["clerk", "stack_sk_user", "stack_pk_user", "stack_sk_team", "stack_pk_team"];

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_vendors_secret_is_found_where_its_format_marks_it(string format)
    {
        var secret = SecretFormat.Named(format).Generate(Guid.CreateVersion7()).Reveal();
        var log = $$"""2026-08-01 POST /v1 {"authorization":"Bearer {{secret}}","id":"{{Guid.NewGuid()}}"} key={{secret}};""";

        var found = Assert.Single(SecretScanner.Scan(log));

        Assert.Equal((secret, format), (found.Reveal(), found.Format));
    }

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_vendors_secret_with_a_character_too_many_or_too_few_is_not_found(string format)
    {
        var secret = SecretFormat.Named(format).Generate(Guid.CreateVersion7()).Reveal();

        Assert.Empty(SecretScanner.Scan($"{secret}0 x{secret} {secret[..^1]} _{secret} {secret[1..]}"));
    }

    [Fact]
    public void Ids_and_sums_are_no_secrets()
    {
        var id = Guid.CreateVersion7();
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(id.ToByteArray()));

        Assert.Empty(SecretScanner.Scan($"{id} {id:n} ak_{id:n} api_key_{id:n} key_{id:n} {sum} {sum[..40]} {sum[..32]} sha256:{sum} ak_{sum[..42]}é"));
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
    public void A_scan_finds_a_thousand_and_stops()
    {
        var log = string.Join(' ', Enumerable.Range(0, SecretScanner.MaxFound + 1).Select(_ => KeySecret.Generate(SecretEnvironment.Live).Reveal()));

        Assert.Equal(SecretScanner.MaxFound, SecretScanner.Scan(log).Count);
    }

    [Fact]
    public void It_finds_what_the_published_expression_finds()
    {
        var random = new Random(23);
        string[] pieces = [Vector, "akc_", "live_", "_", " ", "é", "0", "\n", "akc_mgmt_", "=", KeySecret.Generate(SecretEnvironment.Test).Reveal()];

        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(random.GetItems(pieces, 8));
            var expected = Published().Matches(text).Select(match => match.Value).Where(ReferenceChecksum.IsRight).Distinct(StringComparer.Ordinal);

            Assert.Equal(expected, SecretScanner.Scan(text).Select(secret => secret.Reveal()));
        }
    }

    [Fact]
    public void Ten_megabytes_of_beginnings_take_no_time_to_speak_of()
    {
        var hostile = string.Concat(Enumerable.Repeat("akc_live_", 1_200_000));
        var started = TimeProvider.System.GetTimestamp();

        Assert.Empty(SecretScanner.Scan(hostile));
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [GeneratedRegex(@"\bakc_(?:live|test|mgmt)_[0-9A-Za-z]{49}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Published();
}
