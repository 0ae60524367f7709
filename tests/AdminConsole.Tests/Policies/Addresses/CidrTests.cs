using AdminConsole.Core.Policies.Addresses;
using FsCheck;
using FsCheck.Fluent;

namespace AdminConsole.Tests.Policies.Addresses;

public sealed class CidrTests
{
    private static readonly string[] Pieces =
    [
        "0", "1", "8", "10", "010", "08", "0x0a", "0X", "255", "256", "167772161", "4294967296", ".", ".", ".", "..", ":", "::", "/", "/8", "/08",
        "/33", "/96",
        "/104", "/129", "/255.0.0.0", "[", "]", "%eth0", "%", "*", ".*", "::ffff:", "fe80::1", "2001:db8::", "10.0.0.5", "10.0.0.0/8", ":80", " ",
        "-", "g", "\0", "１", "٣",
    ];

    private static readonly Arbitrary<string> NearMisses =
        Gen.Elements(Pieces).ListOf().Where(pieces => pieces.Count < 12).Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("10.1.2.3", "10.1.2.3/32")]
    [InlineData("  10.1.2.3/32\t", "10.1.2.3/32")]
    [InlineData("255.255.255.255", "255.255.255.255/32")]
    [InlineData("::/0", "::/0")]
    [InlineData("::", "::/128")]
    [InlineData("2001:DB8::/32", "2001:db8::/32")]
    [InlineData("2001:0db8:0000:0000:0000:0000:0000:0000/32", "2001:db8::/32")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0/128")]
    [InlineData("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8/128")]
    [InlineData("64:ff9b::10.1.2.3", "64:ff9b::a01:203/128")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3/32")]
    [InlineData("::ffff:a01:203", "10.1.2.3/32")]
    [InlineData("::ffff:10.0.0.0/104", "10.0.0.0/8")]
    [InlineData("::ffff:0:0/96", "0.0.0.0/0")]
    public void A_full_plain_form_is_accepted_and_made_canonical(string text, string canonical)
    {
        var parse = Cidr.Parse(text);

        Assert.Equal(canonical, parse.Value.ToString());
    }

    [Theory]
    [InlineData("", CidrFaultCodes.Empty, null)]
    [InlineData("  \t ", CidrFaultCodes.Empty, null)]
    [InlineData("10/8", CidrFaultCodes.ShortForm, "10.0.0.0/8")]
    [InlineData("10", CidrFaultCodes.ShortForm, "10.0.0.0/8")]
    [InlineData("192.168", CidrFaultCodes.ShortForm, "192.168.0.0/16")]
    [InlineData("192.168.1/24", CidrFaultCodes.ShortForm, "192.168.1.0/24")]
    [InlineData("010.0.0.1", CidrFaultCodes.Octal, "10.0.0.1")]
    [InlineData("10.0.00.1", CidrFaultCodes.Octal, "10.0.0.1")]
    [InlineData("010.0.0.5/08", CidrFaultCodes.Octal, "10.0.0.0/8")]
    [InlineData("0x0a.0.0.1", CidrFaultCodes.Hex, "10.0.0.1")]
    [InlineData("0X0A000001", CidrFaultCodes.Hex, "10.0.0.1")]
    [InlineData("0x0a000001ff", CidrFaultCodes.Syntax, null)]
    [InlineData("167772161", CidrFaultCodes.SingleNumber, "10.0.0.1")]
    [InlineData("4294967296", CidrFaultCodes.Syntax, null)]
    [InlineData("[::1]:80", CidrFaultCodes.Port, "::1")]
    [InlineData("[fe80::1%eth0]:80", CidrFaultCodes.Port, "fe80::1")]
    [InlineData("10.0.0.1:443", CidrFaultCodes.Port, "10.0.0.1")]
    [InlineData("[2001:db8::]/32", CidrFaultCodes.Brackets, "2001:db8::/32")]
    [InlineData("10.0.0.5/8", CidrFaultCodes.HostBits, "10.0.0.0/8")]
    [InlineData("2001:db8::1/32", CidrFaultCodes.HostBits, "2001:db8::/32")]
    [InlineData("::ffff:10.0.0.5/104", CidrFaultCodes.HostBits, "10.0.0.0/8")]
    [InlineData("10.0.0.0/08", CidrFaultCodes.PrefixZeros, "10.0.0.0/8")]
    [InlineData("::/00", CidrFaultCodes.PrefixZeros, "::/0")]
    [InlineData("/08", CidrFaultCodes.PrefixZeros, null)]
    [InlineData("/8", CidrFaultCodes.Syntax, null)]
    [InlineData("10.0.0.0/33", CidrFaultCodes.PrefixRange, null)]
    [InlineData("::/129", CidrFaultCodes.PrefixRange, null)]
    [InlineData("10.0.0.0/", CidrFaultCodes.PrefixSyntax, null)]
    [InlineData("10.0.0.0/-1", CidrFaultCodes.PrefixSyntax, null)]
    [InlineData("10.0.0.0/+8", CidrFaultCodes.PrefixSyntax, null)]
    [InlineData("10.0.0.0/8/8", CidrFaultCodes.PrefixSyntax, null)]
    [InlineData("10.0.0.0/ 8", CidrFaultCodes.PrefixSyntax, null)]
    [InlineData("10.0.0.0/99999999999", CidrFaultCodes.PrefixRange, null)]
    [InlineData("::ffff:0.0.0.0/95", CidrFaultCodes.MappedPrefix, null)]
    [InlineData("fe80::1%eth0", CidrFaultCodes.Zone, "fe80::1")]
    [InlineData("fe80::1%eth0/64", CidrFaultCodes.Zone, "fe80::/64")]
    [InlineData("10.0.*.*", CidrFaultCodes.Wildcard, "10.0.0.0/16")]
    [InlineData("10.*", CidrFaultCodes.Wildcard, "10.0.0.0/8")]
    [InlineData("*", CidrFaultCodes.Syntax, null)]
    [InlineData("10.0.0.0/255.0.0.0", CidrFaultCodes.Netmask, "10.0.0.0/8")]
    [InlineData("10.0.0.0/255.0.255.0", CidrFaultCodes.PrefixSyntax, null)]
    [InlineData("10.0.0.256", CidrFaultCodes.Syntax, null)]
    [InlineData("10.0.0.1.", CidrFaultCodes.Syntax, null)]
    [InlineData("10.0.0.0.0/8", CidrFaultCodes.Syntax, null)]
    [InlineData("1::2::3", CidrFaultCodes.Syntax, null)]
    [InlineData(":::", CidrFaultCodes.Syntax, null)]
    [InlineData(":1:2:3:4:5:6:7", CidrFaultCodes.Syntax, null)]
    [InlineData("1:2:3:4:5:6:7:", CidrFaultCodes.Syntax, null)]
    [InlineData("1:2:3:4:5:6:7:8:9", CidrFaultCodes.Syntax, null)]
    [InlineData("1:2:3:4::5:6:7:8", CidrFaultCodes.Syntax, null)]
    [InlineData("12345::", CidrFaultCodes.Syntax, null)]
    [InlineData("g::", CidrFaultCodes.Syntax, null)]
    [InlineData("::10.1.2.3:1", CidrFaultCodes.Syntax, null)]
    [InlineData("1:2:3:4:5:6:7:10.1.2.3", CidrFaultCodes.Syntax, null)]
    [InlineData("::ffff:010.1.2.3", CidrFaultCodes.Syntax, null)]
    [InlineData("10.0.0.1 10.0.0.2", CidrFaultCodes.Syntax, null)]
    [InlineData("１０.0.0.0/8", CidrFaultCodes.Syntax, null)]
    [InlineData("10.0.0.٣", CidrFaultCodes.Syntax, null)]
    [InlineData("10.0.0.1\0", CidrFaultCodes.Syntax, null)]
    [InlineData("10.0.0.0/8\0", CidrFaultCodes.PrefixSyntax, null)]
    [InlineData("localhost", CidrFaultCodes.Syntax, null)]
    public void Anything_else_is_refused_with_the_form_it_was_meant_to_have(string text, string code, string? suggestion)
    {
        var parse = Cidr.Parse(text);

        Assert.False(parse.Succeeded);
        Assert.Equal((code, suggestion), (parse.Fault.Code, parse.Fault.Suggestion));
        Assert.False(Cidr.TryParse(text, out _));
    }

    [Fact]
    public void A_text_over_the_limit_is_refused_unread()
    {
        var parse = Cidr.Parse(new string('1', 10_000));

        Assert.Equal(CidrFaultCodes.TooLong, parse.Fault?.Code);
    }

    [Fact]
    public void No_text_is_empty_text() => Assert.Equal(CidrFaultCodes.Empty, Cidr.Parse(null).Fault?.Code);

    [Fact]
    public void A_refused_text_has_no_value() => Assert.Throws<InvalidOperationException>(() => Cidr.Parse("10/8").Value);

    [Fact]
    public void Every_suggestion_is_itself_accepted_and_nothing_throws() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000), Prop.ForAll(NearMisses, text =>
            Cidr.Parse(text).Fault?.Suggestion is not { } suggestion || Cidr.Parse(suggestion).Succeeded));

    [Fact]
    public void Canonical_text_is_read_back_as_the_same_network()
    {
        var scenes = new BitScenes(7);

        var networks = Enumerable.Range(0, 5_000).SelectMany(_ => scenes.Networks(4)).Select(network => Cidr.Parse(network.Text).Value);

        Assert.All(networks, network => Assert.Equal(network, Cidr.Parse(network.ToString()).Value));
    }

    [Fact]
    public void A_network_never_set_covers_a_single_address_and_not_all()
    {
        var unset = default(Cidr);

        Assert.Equal("0.0.0.0/32", unset.ToString());
    }
}
