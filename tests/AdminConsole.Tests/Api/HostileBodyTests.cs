using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class HostileBodyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const int MaxBytes = 64 * 1024;

    private static readonly IReadOnlyDictionary<string, byte[]> Bodies = new Dictionary<string, byte[]>
    {
        ["nothing"] = [],
        ["white space"] = " \r\n"u8.ToArray(),
        ["null"] = "null"u8.ToArray(),
        ["a list"] = "[]"u8.ToArray(),
        ["a text"] = "\"x\""u8.ToArray(),
        ["a number too large"] = "1e999"u8.ToArray(),
        ["an object cut off"] = "{\"name\":\"a\""u8.ToArray(),
        ["two objects"] = "{}{}"u8.ToArray(),
        ["a comma too many"] = "{\"name\":\"a\",}"u8.ToArray(),
        ["a comment"] = "{/* */}"u8.ToArray(),
        ["an unknown member"] = "{\"unheard\":1}"u8.ToArray(),
        ["a member named by nothing"] = "{\"\":1}"u8.ToArray(),
        ["a member of a prototype"] = "{\"__proto__\":{},\"constructor\":1}"u8.ToArray(),
        ["a member given twice"] = "{\"name\":\"a\",\"name\":\"b\"}"u8.ToArray(),
        ["a lone surrogate"] = "{\"name\":\"\\ud800\",\"secret\":\"\\udc00\",\"text\":\"\\ud800\"}"u8.ToArray(),
        ["a lone surrogate in a name"] = "{\"\\ud800\":1}"u8.ToArray(),
        ["invalid UTF-8"] = [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8],
        ["overlong UTF-8"] = [.. "{\"name\":\""u8, 0xC0, 0xAF, .. "\"}"u8],
        ["invalid UTF-8 in a name"] = [.. "{\""u8, 0xFF, 0xFE, .. "\":1}"u8],
        ["another encoding"] = Encoding.Unicode.GetBytes("{\"name\":\"a\"}"),
        ["bytes"] = [0, 1, 2, 3, 255, 254],
        ["a depth of 17"] = Encoding.ASCII.GetBytes("{\"claims\":" + new string('[', 17) + new string(']', 17) + "}"),
        ["a depth of thousands"] = Encoding.ASCII.GetBytes(new string('[', 30_000)),
        ["too much"] = Encoding.ASCII.GetBytes("{\"name\":\"" + new string('x', MaxBytes) + "\"}"),
    };

    private static readonly IReadOnlyList<string> Types =
    [
        "", "text/plain", "application/json", "application/json; charset=utf-16", "application/merge-patch+json", "application/xml",
        "multipart/form-data", "x", "/", "application/json;;;", "application/x-www-form-urlencoded",
    ];

    private static readonly IReadOnlyList<(string Name, string Value)> Headers =
    [
        ("If-Match", "*"), ("If-Match", "W/\"1\""), ("If-Match", "\""), ("If-Match", "1"), ("If-Match", "\"99999999999999999999\""),
        ("If-Match", "\"1\", \"2\""),
        ("Idempotency-Key", ""), ("Idempotency-Key", "a, b"),
        ("Content-Encoding", "gzip"), ("Accept", "text/html"), ("Accept", "image/png;q=x"), ("Accept-Language", "tlh;q=9"), ("Expect", "200-ok"),
        ("Range", "bytes=0-1"),
        ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "' OR 1=1"), ("Origin", "null"), ("Cookie", "AdminConsole=x"),
    ];

    public static TheoryData<string> RoutesWithBody => [.. EveryRoute.Requests.Keys.Where(route => TakesBody(route))];

    [Theory]
    [MemberData(nameof(RoutesWithBody))]
    public async Task Refuses_every_body_that_is_none_of_its_own(string route)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);
        var things = await ThingsAsync();
        foreach (var (what, bytes) in Bodies)
        {
            using var request = EveryRoute.Requests[route](things);
            var type = request.Content!.Headers.ContentType;
            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = type } };

            var answer = await client.SendAsync(request);

            var expected = bytes.Length > MaxBytes ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.BadRequest;
            Assert.True(expected == answer.StatusCode, $"{what}: {answer.StatusCode}");
            await answer.AssertProblemAsync(expected);
        }
    }

    [Theory]
    [MemberData(nameof(RoutesWithBody))]
    public async Task Refuses_every_type_of_body_but_its_own(string route)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);
        foreach (var type in Types)
        {
            using var request = EveryRoute.Requests[route](Things.OfNobody);
            var own = request.Content!.Headers.ContentType!.MediaType;
            request.Content = new ByteArrayContent("{"u8.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

            var answer = await client.SendAsync(request);

            // Verification takes whatever says of itself that it is JSON.
            var isOwn = MediaTypeHeaderValue.TryParse(type, out var parsed)
                && (parsed.MediaType == own
                    || (EveryRoute.AheadOfRoutes.Contains(route) && parsed.MediaType?.EndsWith("json", StringComparison.Ordinal) == true));
            await answer.AssertProblemAsync(isOwn ? HttpStatusCode.BadRequest : HttpStatusCode.UnsupportedMediaType);
        }
    }

    [Theory]
    [MemberData(nameof(RoutesWithBody))]
    public async Task A_body_whose_transfer_is_broken_is_the_callers_fault(string route)
    {
        var things = await ThingsAsync();
        var caller = (await served.CreateManagementKeyAsync(ManagementScopes.All)).Secret.Reveal();
        foreach (var (header, body) in new[]
        {
            ("Transfer-Encoding: chunked", "ZZ\r\n{}\r\n0\r\n\r\n"),
            ("Transfer-Encoding: chunked", "2\r\n{}}}\r\n0\r\n\r\n"),
            ("Transfer-Encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n"),
            ("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"),
            ("Content-Length: -1", "{}"),
        })
        {
            Assert.StartsWith(
                "HTTP/1.1 400 ",
                await StatusLineAsync(EveryRoute.Requests[route](things), caller, header, body),
                StringComparison.Ordinal);
        }
    }

    private static bool TakesBody(string route)
    {
        using var request = EveryRoute.Requests[route](Things.OfNobody);
        return request.Content is not null && !route.StartsWith("other", StringComparison.Ordinal);
    }

    /// <summary>Things that there are: a request is not refused because of what it names.</summary>
    private async Task<Things> ThingsAsync()
    {
        var owner = await served.Console.AddOwnerAsync(served.Acme, $"{Guid.NewGuid():n}");
        var project = await served.Console.AddProjectAsync(served.Acme, $"{Guid.NewGuid():n}");
        var key = await served.CreateAsync(A.Settings());
        return new(key.Id.ToString(), owner.ToString(), "team", project.ToString(), key.Secret.Reveal());
    }

    /// <summary>Writes a request to the socket as no client library would, and gives the status line of the answer.</summary>
    private async Task<string?> StatusLineAsync(HttpRequestMessage request, string caller, string header, string body)
    {
        using var disposed = request;
        var address = served.App.ClientOptions.BaseAddress;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{request.Method} {request.RequestUri} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {caller}\r\n"
            + $"Content-Type: {request.Content!.Headers.ContentType!.MediaType}\r\nIf-Match: \"1\"\r\n{header}\r\n\r\n{body}"));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync();
    }
}
