using System.Net;
using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Tests.Policies.Addresses;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("0:0:0:0:0:FFFF:0A01:0203", "10.1.2.3")]
    [InlineData("::1", "::1")]
    [InlineData("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [InlineData("2001:0:0:1:0:0:0:1", "2001:0:0:1::1")]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("2001:DB8:0:0:0:0:0:0", "2001:db8::")]
    [InlineData("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8")]
    public void An_address_has_one_text(string text, string canonical)
    {
        Assert.True(ClientAddress.TryParse(text, out var address));

        Assert.Equal(canonical, address.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 10.1.2.3")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("0x0a.0.0.1")]
    [InlineData("167772161")]
    [InlineData("10.0.0.1:80")]
    [InlineData("[::1]")]
    [InlineData("[::1]:80")]
    [InlineData("fe80::1%eth0")]
    [InlineData("10.0.0.0/8")]
    [InlineData("10.0.0.1\0")]
    [InlineData("10.0.0.1, 10.0.0.2")]
    [InlineData("0000:0000:0000:0000:0000:ffff:255.255.255.2555")]
    public void A_form_that_some_parser_reads_differently_is_refused(string? text) => Assert.False(ClientAddress.TryParse(text, out _));

    [Fact]
    public void An_address_inside_IPv6_equals_the_plain_one()
    {
        Assert.True(ClientAddress.TryParse("::ffff:10.1.2.3", out var mapped));
        Assert.True(ClientAddress.TryParse("10.1.2.3", out var plain));

        Assert.Equal(plain, mapped);
        Assert.Equal(IpFamily.V4, mapped.Family);
    }

    [Fact]
    public void Random_addresses_are_read_and_written_as_the_runtime_reads_its_own_text()
    {
        var random = new Random(11);

        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(2) == 0 ? 4 : 16];
            random.NextBytes(bytes);
            bytes.AsSpan(random.Next(bytes.Length), 1).Clear();
            bytes.AsSpan(0, random.Next(bytes.Length)).Clear();
            var runtime = new IPAddress(bytes);

            Assert.True(ClientAddress.TryParse(runtime.ToString(), out var ours), runtime.ToString());
            Assert.Equal(runtime.IsIPv4MappedToIPv6 ? runtime.MapToIPv4() : runtime, IPAddress.Parse(ours.ToString()));
        }
    }
}
