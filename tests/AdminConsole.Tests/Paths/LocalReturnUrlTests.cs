using AdminConsole.Web.Components.Display;
using AdminConsole.Web.Paths;

namespace AdminConsole.Tests.Paths;

public sealed class LocalReturnUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/keys")]
    [InlineData("/keys?status=active&q=a%20b")]
    [InlineData("/keys/key_0123456789abcdef#history")]
    [InlineData("/lookup?text=a//b\\c")]
    [InlineData("/keys?q=%C3%A4")]
    public void Keeps_an_address_of_this_console(string wanted) => Assert.Equal(wanted, LocalReturnUrl.Of(wanted, ""));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("keys")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("////evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/\\/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https:/evil.example")]
    [InlineData("HTTPS://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,evil")]
    [InlineData(" //evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\nLocation: https://evil.example")]
    [InlineData("/\0/evil.example")]
    [InlineData("/keys\u007f")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/%0d%0aLocation:%20https://evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/keys/..//evil.example")]
    [InlineData("/keys/..\\..\\evil.example")]
    [InlineData("/\u2028/evil.example")]
    [InlineData("/／evil.example")]
    [InlineData("／／evil.example")]
    [InlineData("~/keys")]
    [InlineData("@evil.example")]
    [InlineData("?https://evil.example")]
    public void Leads_home_instead_of_anywhere_else(string? wanted) => Assert.Equal("/", LocalReturnUrl.Of(wanted, ""));

    [Fact]
    public void Leads_home_instead_of_to_an_endless_address() => Assert.Equal("/", LocalReturnUrl.Of("/" + new string('a', 2048), ""));

    [Theory]
    [InlineData("/console/", "/console/")]
    [InlineData("/console/keys?q=a", "/console/keys?q=a")]
    [InlineData("/keys", "/console/")]
    [InlineData("/consoles/keys", "/console/")]
    [InlineData("/console/../mail", "/console/")]
    [InlineData("/console/%2e%2e/mail", "/console/")]
    public void Stays_under_the_prefix(string wanted, string expected) => Assert.Equal(expected, LocalReturnUrl.Of(wanted, "/console"));
}
