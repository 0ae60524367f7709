using System.Net;

namespace AdminConsole.Web.Hosting;

/// <summary>Under which names the console is reached, and whose word it takes for the client's address.</summary>
/// <param name="PublicAddress">Null when the console is not told: then it goes by the requests.</param>
/// <param name="HostNames">The names that requests may give as their host, beside the public one and those of this machine; null = any.</param>
/// <param name="TrustedProxies">Those whose forwarded headers are read; none = nobody's.</param>
/// <param name="ProxyHops">How many proxies stand one behind the other.</param>
internal sealed record ProxyOptions(
    PublicAddress? PublicAddress, IReadOnlyList<string>? HostNames, IReadOnlyList<IPNetwork> TrustedProxies, int ProxyHops);
