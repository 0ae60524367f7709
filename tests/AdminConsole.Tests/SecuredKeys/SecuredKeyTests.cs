using System.Text;
using AdminConsole.Core.SecuredKeys;

namespace AdminConsole.Tests.SecuredKeys;

public sealed class SecuredKeyTests
{
    private const string Parent = "f2c8e0c1b7a94d5e8f60123456789abc";
    private const string Query = "filters=user%3A42&validUntil=1790000000";

    private static readonly string Signature = new('0', 64);

    /// <summary>Texts that no client derives.</summary>
    public static TheoryData<string> OtherTexts { get; } =
    [
        "",
        Parent,
        "akc_live_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg3lU3TW",
        Encoded(Signature[1..]),
        Encoded(Signature[1..] + "g" + Query),
        Encoded(Signature[1..] + "A" + Query),
        Encoded("é" + Signature[2..] + Query),
        Encoded(Signature + Query).TrimEnd('='),
        Encoded(Signature + Query + "x") + "=",
        "*" + Encoded(Signature + Query)[1..],
        Encoded(Signature + Query).Insert(8, "    "),
        Encoded(Signature + Query).Insert(8, "\n\n\n\n"),
        Encoded(Signature + new string('x', SecuredKey.MaxQueryLength + 1)),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xy")]
    [InlineData(Query)]
    public void Is_read_with_the_query_string_that_was_signed(string query)
    {
        Assert.True(SecuredKey.TryRead(Parent.Derive(query), out var key));

        Assert.Equal(query, key.Query);
        Assert.True(key.IsSignedBy(HmacState.Of(Parent)));
    }

    [Fact]
    public void Is_read_up_to_its_longest()
    {
        Assert.True(SecuredKey.TryRead(Parent.Derive(new('x', SecuredKey.MaxQueryLength)), out var key));

        Assert.True(key.IsSignedBy(HmacState.Of(Parent)));
    }

    [Theory]
    [MemberData(nameof(OtherTexts))]
    public void Is_no_other_text(string text) => Assert.False(SecuredKey.TryRead(text, out _));

    [Fact]
    public void Is_signed_by_no_other_key_and_not_once_a_character_is_changed()
    {
        var decoded = Encoding.ASCII.GetString(Convert.FromBase64String(Parent.Derive(Query)));
        var changed = Enumerable.Range(0, decoded.Length).Select(
            place => decoded[..place] + (decoded[place] == '1' ? '2' : '1') + decoded[(place + 1)..]);

        Assert.True(SecuredKey.TryRead(Encoded(decoded), out var key));
        Assert.False(key.IsSignedBy(HmacState.Of(Parent + "0")));
        Assert.All(changed, text => Assert.True(SecuredKey.TryRead(Encoded(text), out var other) && !other.IsSignedBy(HmacState.Of(Parent))));
    }

    [Fact]
    public void Prints_nothing_of_itself()
    {
        Assert.True(SecuredKey.TryRead(Parent.Derive(Query), out var key));

        Assert.Equal(nameof(SecuredKey), key.ToString());
    }

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
