using System.Security.Cryptography;
using System.Text;
using AdminConsole.Core.Keys;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace AdminConsole.Tests.LookUp;

public sealed class SearchTextTests
{
    private const int Samples = 2000;

    private static readonly string[] Formats =
    [
        "akc_live", "akc_test", "akc_mgmt", "clerk", "nirvana", "algolia",
        "stack_sk_user", "stack_pk_user", "stack_sk_team", "stack_pk_team", "secured",
    ];

    private static readonly Gen<string> Surroundings = Gen.Elements(
        "", " ", "\n", "\"", "/", "…", "a-", "_", "*", "x", "ak_", "key_ ",
        "token=", "Authorization: Bearer ", "{\"key\": \"", "größe:", "https://example.com/?q=");

    private static readonly Gen<(string Format, string Before, string After)> Places =
        from format in Gen.Elements(Formats)
        from before in Surroundings
        from after in Surroundings
        select (format, before, after);

    public static TheoryData<string> AllFormats => [.. Formats];

    [Fact]
    public void No_secret_of_any_format_is_plain_text_wherever_it_stands()
    {
        Assert.All(Places.Sample(Samples), place =>
            Assert.NotEqual(SearchTextKind.Plain, SearchText.KindOf(place.Before + Secret(place.Format) + place.After)));
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void A_secret_alone_is_called_one(string format) => Assert.All(
        Enumerable.Range(0, 200), _ => Assert.Equal(SearchTextKind.Secret, SearchText.KindOf($" {Secret(format)}\n")));

    [Theory]
    [InlineData("akc_live", 10)]
    [InlineData("akc_test", 10)]
    [InlineData("akc_mgmt", 10)]
    [InlineData("clerk", 19)]
    [InlineData("nirvana", 36)]
    [InlineData("algolia", 20)]
    [InlineData("stack_sk_user", 19)]
    [InlineData("stack_pk_team", 19)]
    [InlineData("secured", 36)]
    public void The_beginning_of_a_secret_is_one_from_this_length_on(string format, int length)
    {
        var secret = Secret(format);

        // 32 hexadecimal digits behind ak_ are an id, which is no plain text either.
        Assert.All(Enumerable.Range(length, secret.Length - length), typed =>
            Assert.NotEqual(SearchTextKind.Plain, SearchText.KindOf(secret[..typed])));
    }

    [Theory]
    [InlineData("…ALQX")]
    [InlineData("akc_live_…ALQX")]
    [InlineData("akc_live_...ALQX")]
    [InlineData(" ****3f9a ")]
    [InlineData("••3f_-")]
    public void A_hint_as_lists_show_it_is_one(string text) => Assert.Equal(SearchTextKind.Hint, SearchText.KindOf(text));

    [Theory]
    [InlineData("key_{0:n}")]
    [InlineData("ak_{0:n}")]
    [InlineData("api_key_{0:n}")]
    [InlineData("uak_{0:d}")]
    [InlineData(" {0:d}\n")]
    public void An_id_is_known_in_each_of_its_forms(string form) =>
        Assert.Equal(SearchTextKind.KeyId, SearchText.KindOf(string.Format(null, form, Id<ApiKey>.New(A.Monday).Value)));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("prod")]
    [InlineData("akc_")]
    [InlineData("akc_live_")]
    [InlineData("ci-deploy")]
    [InlineData("www.shop")]
    [InlineData("ak_production")]
    [InlineData("key_rotation")]
    [InlineData("10.0.0.0/8")]
    [InlineData("2001:db8::/32")]
    [InlineData("payments:orders:write")]
    [InlineData("production-eu-west-1-api-v2")]
    [InlineData("MyVeryLongServiceForInvoices")]
    [InlineData("ip-10-0-0-12.eu-west-1.compute.internal")]
    [InlineData("the backup job of the night, 2026-03-02 09:00")]
    [InlineData("user 0190f3a2-7b1c-7def-8abc-0123456789ab")]
    public void Names_networks_scopes_and_words_are_plain_text(string? text) => Assert.Equal(SearchTextKind.Plain, SearchText.KindOf(text));

    private static string Secret(string format) => format is "secured"
        ? Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) + "filters=a"))
        : SecretFormat.Named(format).Generate(Guid.CreateVersion7()).Reveal();
}
