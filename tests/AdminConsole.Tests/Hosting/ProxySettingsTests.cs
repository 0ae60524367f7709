using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace AdminConsole.Tests.Hosting;

public sealed class ProxySettingsTests
{
    [Theory]
    [InlineData("https://console.example", "https://console.example/")]
    [InlineData("HTTPS://Console.Example:443/", "https://console.example/")]
    [InlineData("https://example.com:8443/team/console/", "https://example.com:8443/team/console/")]
    [InlineData("http://192.168.0.7:5080", "http://192.168.0.7:5080/")]
    [InlineData("https://[2001:db8::1]/console", "https://[2001:db8::1]/console/")]
    public void Take_a_public_address(string setting, string address) =>
        Assert.Equal(address, Read(ProxySettings.PublicAddressKey, setting).PublicAddress?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_setting_is_as_none(string? setting)
    {
        Assert.Null(Read(ProxySettings.PublicAddressKey, setting).PublicAddress);
        Assert.Empty(Read(ProxySettings.TrustedProxiesKey, setting).TrustedProxies);
        Assert.Empty(Read(ProxySettings.HostNamesKey, setting).HostNames!);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1/32")]
    [InlineData("127.0.0.1, 10.0.0.0/8;2001:db8::/32 ::1", "127.0.0.1/32 10.0.0.0/8 2001:db8::/32 ::1/128")]
    public void Take_proxies_by_address_and_network(string setting, string networks) =>
        Assert.Equal(networks, string.Join(' ', Read(ProxySettings.TrustedProxiesKey, setting).TrustedProxies));

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", "console.example", false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", "*", true)]
    [InlineData("Production", "console.example;*.example.net", false)]
    public void Only_a_console_in_development_answers_to_every_name_unless_told_to(string environment, string? setting, bool any) =>
        Assert.Equal(any, Read(ProxySettings.HostNamesKey, setting, environment).HostNames is null);

    [Theory]
    [InlineData(ProxySettings.PublicAddressKey, "console.example")]
    [InlineData(ProxySettings.PublicAddressKey, "ftp://console.example")]
    [InlineData(ProxySettings.PublicAddressKey, "https://console.example?x=1")]
    [InlineData(ProxySettings.PublicAddressKey, "https://ada@console.example")]
    [InlineData(ProxySettings.PublicAddressKey, "https://console.example//evil.example")]
    [InlineData(ProxySettings.PublicAddressKey, "https://console.example:port")]
    [InlineData(ProxySettings.PublicAddressKey, "https://console.example/a b")]
    [InlineData(ProxySettings.TrustedProxiesKey, "nginx")]
    [InlineData(ProxySettings.TrustedProxiesKey, "10/8")]
    [InlineData(ProxySettings.TrustedProxiesKey, "127.0.0.1:80")]
    [InlineData(ProxySettings.TrustedProxiesKey, "0.0.0.0/0")]
    [InlineData(ProxySettings.TrustedProxiesKey, "127.0.0.1, ::/0")]
    [InlineData(ProxySettings.ProxyHopsKey, "0")]
    [InlineData(ProxySettings.ProxyHopsKey, "11")]
    [InlineData(ProxySettings.HostNamesKey, "https://console.example")]
    [InlineData(ProxySettings.HostNamesKey, "console.example:443")]
    public void A_setting_that_makes_no_sense_is_refused_by_its_name(string key, string setting) =>
        Assert.Contains(key, Assert.Throws<ConsoleStartException>(() => Read(key, setting)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_variable_that_believes_everybody_is_refused_with_the_remedy()
    {
        var refused = Assert.Throws<ConsoleStartException>(() => Read(ProxySettings.TrustsEverybodyKey, "true"));

        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED", refused.Message, StringComparison.Ordinal);
        Assert.Contains(ProxySettings.TrustedProxiesKey, refused.Message, StringComparison.Ordinal);
    }

    private static ProxyOptions Read(string key, string? setting, string environment = "Production") => SettingsReader.Read<ProxyOptions>(
        key, setting, services => services.AddSingleton<IHostEnvironment>(new Host { EnvironmentName = environment }).AddProxySettings());

    private sealed class Host : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
