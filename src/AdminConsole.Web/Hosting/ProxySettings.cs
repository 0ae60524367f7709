using System.Net;
using AdminConsole.Core.Data;
using AdminConsole.Core.Policies.Addresses;
using Microsoft.AspNetCore.HostFiltering;

namespace AdminConsole.Web.Hosting;

/// <summary>Reads <see cref="ProxyOptions"/>, and refuses to start with what would trust the wrong ones.</summary>
internal static class ProxySettings
{
    public const string PublicAddressKey = "Console:PublicAddress";
    public const string TrustedProxiesKey = "Console:TrustedProxies";
    public const string ProxyHopsKey = "Console:ProxyHops";
    public const string HostNamesKey = "AllowedHosts";
    public const string TrustsEverybodyKey = "ForwardedHeaders_Enabled";

    private const string AnyHost = "*";
    private const int MostHops = 10;

    private static readonly TimeSpan StayWithHttps = TimeSpan.FromDays(365);

    /// <summary>Read when they are first needed, so that a wrong one is refused like every other start.</summary>
    /// <exception cref="ConsoleStartException">A setting makes no sense.</exception>
    public static void AddProxySettings(this IServiceCollection services)
    {
        services.AddSingleton(Read);
        services.AddHsts(options => options.MaxAge = StayWithHttps);

        // The framework would look at the host that the proxy gives, and refuse it without a word.
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [AnyHost]);
    }

    private static ProxyOptions Read(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<IConfiguration>();
        RefuseTrustInEverybody(settings);
        var address = Address(settings[PublicAddressKey]);
        var names = Names(settings[HostNamesKey], address, provider.GetRequiredService<IHostEnvironment>().IsDevelopment());
        return new ProxyOptions(
            address, names, Proxies(settings[TrustedProxiesKey]), ConsoleSettings.Number(provider, ProxyHopsKey, MostHops) ?? 1);
    }

    private static void RefuseTrustInEverybody(IConfiguration settings)
    {
        if (string.Equals(settings[TrustsEverybodyKey], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new ConsoleStartException(
                "ASPNETCORE_FORWARDEDHEADERS_ENABLED believes anybody's forwarded headers. "
                + $"Remove it, and name your proxies in {TrustedProxiesKey}.");
        }
    }

    private static PublicAddress? Address(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : PublicAddress.Read(text.Trim())
            ?? throw new ConsoleStartException(
                $"{PublicAddressKey} must be an address such as https://console.example or https://example.com/console, not “{text}”.");

    /// <summary>
    /// In Development any name is taken, unless some are given. Else a page of a stranger's whose name leads here (DNS rebinding) could use the
    /// console.
    /// </summary>
    private static string[]? Names(string? text, PublicAddress? address, bool development)
    {
        var given = Entries(text, ';').ToList();
        if (given.Find(name => !IsName(name)) is { } wrong)
        {
            throw new ConsoleStartException($"{HostNamesKey} must be host names parted by semicolons, without scheme and port. “{wrong}” is none.");
        }

        return given.Contains(AnyHost) || (development && given.Count == 0 && address is null) ? null : [.. given];
    }

    private static bool IsName(string name) =>
        name == AnyHost || Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) is not UriHostNameType.Unknown;

    private static IPNetwork[] Proxies(string? text) => [.. Entries(text, ',', ';', ' ').Select(Proxy)];

    private static IPNetwork Proxy(string text)
    {
        var read = Cidr.Parse(text);
        if (!read.Succeeded)
        {
            throw new ConsoleStartException(
                $"{TrustedProxiesKey} must be addresses or networks parted by commas, such as 127.0.0.1, 10.0.0.0/8. “{text}” is none.");
        }

        return read.Value.PrefixLength == 0
            ? throw new ConsoleStartException($"{TrustedProxiesKey} must not hold every address: “{text}” does. Name the proxies alone.")
            : IPNetwork.Parse(read.Value.ToString());
    }

    private static string[] Entries(string? text, params char[] separators) =>
        (text ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
