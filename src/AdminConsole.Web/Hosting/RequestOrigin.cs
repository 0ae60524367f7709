using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Primitives;

namespace AdminConsole.Web.Hosting;

/// <summary>
/// Settles, ahead of all else, under which address and from which client a request came: forwarded headers count from trusted proxies alone, and the
/// host must be one of the console's names.
/// </summary>
internal sealed class RequestOrigin(RequestDelegate next, ProxyOptions options)
{
    private static readonly ApiProblem UnknownHost = new(
        StatusCodes.Status400BadRequest,
        "host.unknown",
        $"This console is not known by this host name. Whoever runs it sets {ProxySettings.PublicAddressKey} or {ProxySettings.HostNamesKey}.");

    // Probes ask by an address that nobody knows beforehand, and are told one word.
    private static readonly PathString Health = "/health";

    private static readonly StringSegment[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly StringSegment[]? _names = options.HostNames is null ? null
        : [.. options.HostNames.Append(options.PublicAddress?.Host.Host).OfType<string>().Select(name => new StringSegment(name)), .. LocalNames];

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (options.PublicAddress is { } known && string.Equals(request.Host.Host, known.Host.Host, StringComparison.OrdinalIgnoreCase))
        {
            (request.Scheme, request.Host) = (known.Scheme, known.Host);
        }

        var prefix = options.PublicAddress is null ? PathPrefix.Read(request.PathBase.Value) ?? PathString.Empty : options.PublicAddress.Prefix;
        request.PathBase = prefix;
        if (prefix.HasValue && request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest))
        {
            request.Path = rest.HasValue ? rest : "/";
        }

        return IsKnown(request) ? next(http) : UnknownHost.ExecuteAsync(http);
    }

    private bool IsKnown(HttpRequest request) =>
        _names is null
        || (request.Host.HasValue && HostString.MatchesAny(request.Host.Value, _names))
        || request.Path.StartsWithSegments(Health, StringComparison.Ordinal);
}

internal static class RequestOriginExtensions
{
    public static void UseRequestOrigin(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<ProxyOptions>();
        if (options.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders(Forwarded(options));
        }

        app.UseMiddleware<RequestOrigin>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
    }

    /// <summary>
    /// Where the public address is known, so are host and prefix: a proxy that passes on what a stranger wrote there changes nothing.
    /// </summary>
    private static ForwardedHeadersOptions Forwarded(ProxyOptions options)
    {
        var names = options.PublicAddress is { } known ? [known.Host.Host] : options.HostNames;
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                | (names is [] ? ForwardedHeaders.None : ForwardedHeaders.XForwardedHost)
                | (options.PublicAddress is null ? ForwardedHeaders.XForwardedPrefix : ForwardedHeaders.None),
            ForwardLimit = options.ProxyHops,
            AllowedHosts = [.. names ?? []],
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.TrustedProxies)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        return forwarded;
    }
}
