using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Hosting;

/// <summary>What a stranger writes into headers changes nothing: 75 forms, by 0, 1 and 2 proxies that set what the usual ones set.</summary>
public sealed class ForwardedHeaderTests
{
    private const string Host = "console.example";
    private const string Client = "192.0.2.7";
    private const string OuterProxy = "198.51.100.2";
    private const string ForwardedFor = "X-Forwarded-For";
    private const string ForwardedProto = "X-Forwarded-Proto";

    private static readonly string[] Headers =
    [
        ForwardedFor, ForwardedProto, "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Port", "X-Forwarded-Server", "Forwarded", "X-Real-IP",
        "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Original-For", "X-Original-Host", "X-Original-URL", "X-Rewrite-URL",
    ];

    private static readonly string[] Values =
        ["127.0.0.1", "10.0.0.1, 127.0.0.1", "localhost:9999", "for=127.0.0.1;host=evil.example;proto=http", "/evil.example"];

    private static IEnumerable<(string Name, string Value)> Forms => Headers.SelectMany(_ => Values, (name, value) => (name, value));

    private static readonly (string, string?) Known = ("Console:PublicAddress", $"https://{Host}");

    [Fact]
    public async Task Without_trusted_proxies_nobody_is_believed()
    {
        Assert.Equal(75, Forms.Count());

        Assert.Empty(await BelievedAsync([], []));
    }

    [Fact]
    public async Task Behind_one_proxy_only_its_own_words_are_believed() => Assert.Empty(await BelievedAsync(
        [Client],
        [Known, ("Console:TrustedProxies", "127.0.0.1")],
        $"https://{Host} from {Client}"));

    [Fact]
    public async Task Behind_two_proxies_only_their_own_words_are_believed() => Assert.Empty(await BelievedAsync(
        [Client, OuterProxy],
        [Known, ("Console:TrustedProxies", $"127.0.0.1, {OuterProxy}"), ("Console:ProxyHops", "2")],
        $"https://{Host} from {Client}"));

    [Fact]
    public async Task A_stranger_who_is_no_trusted_proxy_is_not_believed()
    {
        var settled = new SettledRequests();
        await using var served = await ServeAsync(settled, [("Console:TrustedProxies", "198.51.100.0/24")]);
        using var client = served.Client();

        await SendAsync(
            client, Host, (ForwardedFor, Client), (ForwardedProto, "https"), ("X-Forwarded-Prefix", "/evil"), ("X-Forwarded-Host", "evil.example"));

        Assert.Equal($"http://{Host} from 127.0.0.1", settled.Last);
    }

    [Fact]
    public async Task The_client_of_the_request_before_on_the_same_connection_is_not_taken_for_this_one()
    {
        await using var served = await ServeAsync(new(), [("Console:TrustedProxies", "127.0.0.1")]);
        var settings = new KeySettings
        {
            Name = "gateway",
            Scopes = [ManagementScopes.VerifyKeys],
            AllowedCidrs = [$"{Client}/32"],
        };
        using var client = served.Client((await served.CreateAsync(settings, KeyKind.Management)).Secret.Reveal());
        List<HttpStatusCode> answers = [];

        foreach (var address in new[] { Client, "192.0.2.8", Client, "192.0.2.8" })
        {
            client.DefaultRequestHeaders.Remove(ForwardedFor);
            client.DefaultRequestHeaders.Add(ForwardedFor, address);
            answers.Add((await ServedConsole.VerifyAsync(client, """{"secret":"x"}""")).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized], answers);
    }

    /// <summary>The forms after which the console took a request for another than without them.</summary>
    private static async Task<List<string>> BelievedAsync(string[] hops, (string, string?)[] settings, string? expected = null)
    {
        var settled = new SettledRequests();
        await using var served = await ServeAsync(settled, settings);
        using var client = served.Client();
        await SendAsync(client, Host, Proxied(hops, null));
        var honest = settled.Last;
        Assert.Equal(expected ?? $"http://{Host} from 127.0.0.1", honest);
        List<string> believed = [];
        foreach (var form in Forms)
        {
            await SendAsync(client, Host, Proxied(hops, form));
            if (settled.Last != honest)
            {
                believed.Add($"{form.Name}: {form.Value} → {settled.Last}");
            }
        }

        return believed;
    }

    /// <summary>What the last proxy sends: it adds the address before it to the list, sets the scheme, and passes all else on.</summary>
    private static (string, string)[] Proxied(string[] hops, (string Name, string Value)? form)
    {
        if (hops.Length == 0)
        {
            return form is { } direct ? [direct] : [];
        }

        var spoofed = form is { Name: ForwardedFor } list ? [list.Value] : Array.Empty<string>();
        List<(string, string)> sent = [(ForwardedFor, string.Join(", ", spoofed.Concat(hops))), (ForwardedProto, "https")];
        if (form is { Name: not (ForwardedFor or ForwardedProto) } other)
        {
            sent.Add(other);
        }

        return [.. sent];
    }

    private static async Task SendAsync(HttpClient client, string host, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        (await client.SendAsync(request)).Dispose();
    }

    private static async Task<ServedConsole> ServeAsync(SettledRequests settled, (string, string?)[] settings)
    {
        var served = new ServedConsole { Change = settled.Register, Settings = settings };
        await served.InitializeAsync();
        return served;
    }
}
