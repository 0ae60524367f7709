using AdminConsole.Core.Secrets;

namespace AdminConsole.Tests.Secrets;

public sealed class SecretFormatTests
{
    private const string Random = "0123456789abcdefghjkmnpqrstvwxyz0123456789abc";

    private static readonly Guid KeyId = Guid.Parse("0198f2a0-1b2c-7d3e-8f4a-5b6c7d8e9f00");

    public static TheoryData<string, string> Forms => new()
    {
        { "clerk", "^ak_[0-9A-Za-z]{43}$" },
        { "nirvana", "^[0-9A-Za-z_-]{43}$" },
        { "algolia", "^[0-9a-f]{32}$" },
        { "stack_sk_user", "^sk_[0-9a-hjkmnp-tv-z]{45}0198f2a01b2c7d3e8f4a5b6c7d8e9f00user1574ck4u7h[0-9a-f]{8}$" },
        { "stack_pk_user", "^pk_[0-9a-hjkmnp-tv-z]{45}0198f2a01b2c7d3e8f4a5b6c7d8e9f00user3574ck4u7h[0-9a-f]{8}$" },
        { "stack_sk_team", "^sk_[0-9a-hjkmnp-tv-z]{45}0198f2a01b2c7d3e8f4a5b6c7d8e9f00team1574ck4u7h[0-9a-f]{8}$" },
        { "stack_pk_team", "^pk_[0-9a-hjkmnp-tv-z]{45}0198f2a01b2c7d3e8f4a5b6c7d8e9f00team3574ck4u7h[0-9a-f]{8}$" },
    };

    private static IReadOnlyList<SecretFormat> Vendors { get; } =
    [
        SecretFormat.Clerk, SecretFormat.Nirvana, SecretFormat.Algolia,
        SecretFormat.StackUser, SecretFormat.StackPublicUser, SecretFormat.StackTeam, SecretFormat.StackPublicTeam,
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_new_secret_has_its_vendors_form_and_shows_four_characters(string format, string form)
    {
        var secret = SecretFormat.Named(format).Generate(KeyId);

        Assert.Matches(form, secret.Reveal());
        Assert.Equal((format, secret.Reveal()[^4..]), (secret.Format, secret.ToString()));
    }

    [Fact]
    public void A_thousand_new_secrets_of_each_format_are_different_and_worth_a_look_up()
    {
        foreach (var vendor in Vendors)
        {
            var secrets = Enumerable.Range(0, 1000).Select(_ => vendor.Generate(KeyId).Reveal()).ToList();

            Assert.Equal(1000, secrets.Distinct(StringComparer.Ordinal).Count());
            Assert.All(secrets, secret => Assert.True(KeySecret.Check(secret) is SecretCheck.WellFormed or SecretCheck.Foreign));
        }
    }

    [Fact]
    public void A_format_is_found_by_its_name()
    {
        var own = Enum.GetValues<SecretEnvironment>().Select(SecretFormat.Native);

        Assert.All(own.Concat(Vendors), format => Assert.Same(format, SecretFormat.Named(format.Name)));
    }

    // Made and taken apart by Stack's own software.
    [Theory]
    [InlineData("user", false, "sk_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00user1574ck4u7hf5f43bd5")]
    [InlineData("user", true, "pk_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00user3574ck4u7h5d4f4086")]
    [InlineData("team", false, "sk_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00team1574ck4u7h4211a8d6")]
    [InlineData("team", true, "pk_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00team3574ck4u7heaaad385")]
    public void Stacks_secret_is_the_one_that_Stack_would_write(string owner, bool isPublic, string expected)
    {
        Assert.Equal(expected, StackFormat.Write(owner, isPublic, Random, KeyId));
        Assert.Equal(SecretCheck.WellFormed, KeySecret.Check(expected));
    }

    [Fact]
    public void A_typo_in_Stacks_secret_is_never_taken_for_well_formed()
    {
        var secret = SecretFormat.StackUser.Generate(KeyId).Reveal();

        Assert.All(Enumerable.Range(0, secret.Length), place =>
        {
            var typo = $"{secret[..place]}{(secret[place] == 'x' ? 'y' : 'x')}{secret[(place + 1)..]}";

            Assert.NotEqual(SecretCheck.WellFormed, KeySecret.Check(typo));
        });
    }

    [Theory]
    [InlineData("sk_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00user1574ck4u7hf5f43bd6", SecretCheck.WrongChecksum)]
    [InlineData("sk_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00user1574ck4u7hF5F43BD5", SecretCheck.WrongChecksum)]
    [InlineData("sk_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00user1574ck4u7xf5f43bd5", SecretCheck.Foreign)]
    [InlineData("ak_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00user1574ck4u7hf5f43bd5", SecretCheck.Foreign)]
    [InlineData("sk_" + Random + "0198f2a01b2c7d3e8f4a5b6c7d8e9f00user1574ck4u7hf5f43bd", SecretCheck.Foreign)]
    public void A_text_with_Stacks_marker_needs_the_right_checksum(string text, SecretCheck check) => Assert.Equal(check, KeySecret.Check(text));
}
