using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class VerifyContentTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const int MaxBytes = 64 * 1024;
    private const string Least = """{"secret":"x"}""";

    [Theory]
    [InlineData("FF")]
    [InlineData("C0AF")]
    [InlineData("EDA080")]
    [InlineData("E282")]
    [InlineData("F4908080")]
    public async Task Refuses_what_is_not_UTF_8(string bytes)
    {
        using var content = ServedConsole.Json([.. "{\"secret\":\""u8, .. Convert.FromHexString(bytes), .. "\"}"u8]);

        var problem = await (await served.VerifyAsync(content)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body.malformed", problem.Code());
    }

    [Fact]
    public async Task Never_repeats_a_secret_of_a_body_that_it_refuses()
    {
        const string Secret = "akc_live_0123456789abcdefghijklmnopqrstuvwxyz";

        string[] bodies =
        [
            $$"""{"secret":"{{Secret}}","x":1}""",
            $$$"""{"secret":{"{{{Secret}}}":1}}""",
            $$"""{"secret":"{{Secret}}" """,
            Secret,
        ];
        foreach (var body in bodies)
        {
            var refused = await served.VerifyAsync(body);

            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.DoesNotContain(Secret, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(served.App.Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Takes_a_body_up_to_its_limit_and_none_beyond(bool chunked)
    {
        using var largest = Body(MaxBytes, chunked);
        using var tooLarge = Body(MaxBytes + 1, chunked);

        Assert.Equal(HttpStatusCode.OK, (await served.VerifyAsync(largest)).StatusCode);
        Assert.Equal("body.too_large", (await (await served.VerifyAsync(tooLarge)).AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge)).Code());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task Refuses_another_type_of_content(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Least));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var problem = await (await served.VerifyAsync(content)).AssertProblemAsync(HttpStatusCode.UnsupportedMediaType);

        Assert.Equal("body.type", problem.Code());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public async Task Takes_JSON_however_its_type_is_written(string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Least));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        Assert.Equal(HttpStatusCode.OK, (await served.VerifyAsync(content)).StatusCode);
    }

    [Theory]
    [InlineData(""" { "secret" : "x" , "scopes" : [ ] } """)]
    [InlineData("""{"secret":"\u0078\ud83d\ude00"}""")]
    [InlineData("""{"secret":"x","clientIp":null,"project":null,"resource":null,"referrer":null}""")]
    [InlineData("""{"\u0073ecret":"x"}""")]
    public async Task Takes_every_way_of_writing_the_same(string body) =>
        Assert.Equal(HttpStatusCode.OK, (await served.VerifyAsync(body)).StatusCode);

    private static HttpContent Body(int length, bool chunked)
    {
        var body = Encoding.UTF8.GetBytes(Least.PadRight(length));
        return chunked ? new Chunked(body) : ServedConsole.Json(body);
    }

    /// <summary>Tells no length before it is sent.</summary>
    private sealed class Chunked : HttpContent
    {
        private readonly byte[] _body;

        public Chunked(byte[] body) => (_body, Headers.ContentType) = (body, new("application/json"));

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) => await stream.WriteAsync(_body);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
