using System.Text.Json;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Tests.Secrets;

public sealed class KeySecretTests
{
    private const string Base62Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Theory]
    [InlineData("akc_live_0000000000000000000000000000000000000000000", "0luVeW", 0x2a328c7cu)]
    [InlineData("akc_live_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg", "3lU3TW", 0xcda393d2u)]
    [InlineData("akc_live_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "1LD1Gn", 0x494946ddu)]
    public void The_published_vectors_hold(string text, string checksum, uint crc)
    {
        Assert.Equal(crc, Crc32.Of(text));
        Assert.Equal(SecretCheck.WellFormed, KeySecret.Check(text + checksum));
        Assert.True(ReferenceChecksum.IsRight(text + checksum));
    }

    [Theory]
    [InlineData(SecretEnvironment.Live, "akc_live")]
    [InlineData(SecretEnvironment.Test, "akc_test")]
    [InlineData(SecretEnvironment.Management, "akc_mgmt")]
    public void A_new_secret_has_the_native_format_of_its_environment(SecretEnvironment environment, string format)
    {
        var secret = KeySecret.Generate(environment);

        Assert.Equal(format, secret.Format);
        Assert.Matches($"^{format}_[0-9A-Za-z]{{49}}$", secret.Reveal());
        Assert.True(KeySecret.IsNative(secret.Reveal()));
    }

    [Fact]
    public void Ten_thousand_new_secrets_are_different_and_use_every_character_at_every_place()
    {
        var secrets = Enumerable.Range(0, 10_000).Select(_ => KeySecret.Generate(SecretEnvironment.Live).Reveal()).ToList();

        Assert.Equal(secrets.Count, secrets.Distinct(StringComparer.Ordinal).Count());
        Assert.All(secrets, secret => Assert.True(ReferenceChecksum.IsRight(secret)));
        Assert.All(Enumerable.Range(9, 43), place => Assert.Equal(62, secrets.Select(secret => secret[place]).Distinct().Count()));
    }

    [Fact]
    public void A_typo_of_one_character_is_always_refused()
    {
        var secret = KeySecret.Generate(SecretEnvironment.Live).Reveal();

        foreach (var place in Enumerable.Range(0, secret.Length))
        {
            var typos = (Base62Digits + "_- \0é０").Where(character => character != secret[place]);

            Assert.All(typos, typo => Assert.NotEqual(SecretCheck.WellFormed, KeySecret.Check($"{secret[..place]}{typo}{secret[(place + 1)..]}")));
        }
    }

    [Fact]
    public void A_lost_doubled_or_swapped_character_is_always_refused()
    {
        var secret = KeySecret.Generate(SecretEnvironment.Test).Reveal();

        foreach (var place in Enumerable.Range(0, secret.Length - 1).Where(place => secret[place] != secret[place + 1]))
        {
            string[] typos =
            [
                secret.Remove(place, 1), secret.Insert(place, secret[place..(place + 1)]),
                $"{secret[..place]}{secret[place + 1]}{secret[place]}{secret[(place + 2)..]}",
            ];

            Assert.All(typos, typo => Assert.NotEqual(SecretCheck.WellFormed, KeySecret.Check(typo)));
        }
    }

    [Fact]
    public void Ten_thousand_random_and_mutated_texts_are_well_formed_only_with_the_right_checksum()
    {
        var random = new Random(17);

        for (var i = 0; i < 10_000; i++)
        {
            var text = i % 2 == 0 ? "akc_live_" + new string(random.GetItems(Base62Digits.AsSpan(), 49)) : Mutate(random);

            Assert.Equal(ReferenceChecksum.IsRight(text), KeySecret.Check(text) == SecretCheck.WellFormed);
        }
    }

    [Theory]
    [InlineData('-')]
    [InlineData('_')]
    [InlineData(' ')]
    [InlineData('é')]
    public void A_right_checksum_does_not_excuse_a_foreign_character(char foreign)
    {
        var body = "akc_live_" + new string('0', 42) + foreign;

        Assert.Equal(SecretCheck.WrongChecksum, KeySecret.Check(body + ReferenceChecksum.Of(body)));
    }

    [Fact]
    public void A_secret_moved_to_another_environment_is_refused()
    {
        var secret = KeySecret.Generate(SecretEnvironment.Test).Reveal();

        Assert.Equal(SecretCheck.WrongChecksum, KeySecret.Check(secret.Replace("akc_test_", "akc_live_", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, SecretCheck.Empty)]
    [InlineData("", SecretCheck.Empty)]
    [InlineData("akc_", SecretCheck.WrongChecksum)]
    [InlineData("akc_prod_0000000000000000000000000000000000000000000000000", SecretCheck.WrongChecksum)]
    [InlineData("AKC_live_00000000000000000000000000000000000000000000luVeW", SecretCheck.Foreign)]
    [InlineData("sk_test_4eC39HqLyjWDarjtT1zdp7dc", SecretCheck.Foreign)]
    [InlineData(" ", SecretCheck.Foreign)]
    public void A_text_is_told_by_its_look(string? text, SecretCheck check) => Assert.Equal(check, KeySecret.Check(text));

    [Fact]
    public void A_text_over_the_limit_is_not_looked_at()
    {
        Assert.Equal(SecretCheck.Foreign, KeySecret.Check(new string('x', KeySecret.MaxPresentedLength)));
        Assert.Equal(SecretCheck.TooLong, KeySecret.Check(new string('x', KeySecret.MaxPresentedLength + 1)));
    }

    [Fact]
    public void Whatever_prints_a_secret_prints_its_last_four_characters()
    {
        var secret = KeySecret.Generate(SecretEnvironment.Live);

        Assert.Equal(secret.Reveal()[^4..], secret.Hint);
        Assert.Equal(secret.Hint, secret.ToString());
        Assert.Equal($"Holder {{ Secret = {secret.Hint} }}", new Holder(secret).ToString());
        Assert.DoesNotContain(secret.Reveal()[9..52], JsonSerializer.Serialize(secret), StringComparison.Ordinal);
    }

    private static string Mutate(Random random)
    {
        var text = KeySecret.Generate(SecretEnvironment.Live).Reveal().ToCharArray();
        for (var change = random.Next(4); change > 0; change--)
        {
            text[random.Next(text.Length)] = Base62Digits[random.Next(62)];
        }

        return new string(text);
    }

    private sealed record Holder(KeySecret Secret);
}
