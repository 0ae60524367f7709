using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class VerifyBodyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const int MaxBytes = 64 * 1024;
    private const string Least = """{"secret":"x"}""";

    public static TheoryData<string, string> Malformed => new()
    {
        { "nothing", "" },
        { "white space", "  \r\n" },
        { "no JSON", "secret=x" },
        { "an object that is cut off", """{"secret":"x" """ },
        { "text behind the object", Least + "x" },
        { "two objects", Least + Least },
        { "a comma too many", """{"secret":"x",}""" },
        { "a comment", """{"secret":"x"/* */}""" },
        { "single quotes", "{'secret':'x'}" },
        { "a list", "[]" },
        { "a list of objects", $"[{Least}]" },
        { "a text", "\"secret\"" },
        { "a number", "1" },
        { "null", "null" },
        { "a raw line break in a text", "{\"secret\":\"a\nb\"}" },
        { "a wrong escape", """{"secret":"\x"}""" },
        { "no secret", "{}" },
        { "scopes alone", """{"scopes":["a"]}""" },
        { "too deep", $$"""{"secret":{{new string('[', 200)}}{{new string(']', 200)}}}""" },
    };

    public static TheoryData<string, string> FaultsOfField => new()
    {
        { "secret", """{"secret":null}""" },
        { "secret", """{"secret":1}""" },
        { "secret", """{"secret":{}}""" },
        { "secret", """{"secret":["x"]}""" },
        { "secret", """{"secret":"x","secret":"y"}""" },
        { "Secret", """{"Secret":"x"}""" },
        { "scopes", """{"secret":"x","scopes":"a"}""" },
        { "scopes", """{"secret":"x","scopes":null}""" },
        { "scopes", """{"secret":"x","scopes":[1]}""" },
        { "scopes", """{"secret":"x","scopes":{}}""" },
        { "scopes", """{"secret":"x","scopes":["a"],"scopes":["b"]}""" },
        { "clientIp", """{"secret":"x","clientIp":1}""" },
        { "project", """{"secret":"x","project":"not an id"}""" },
        { "project", """{"secret":"x","project":7}""" },
        { "resource", """{"secret":"x","resource":[]}""" },
        { "referrer", """{"secret":"x","referrer":true}""" },
        { "clientIP", """{"secret":"x","clientIP":"10.0.0.1"}""" },
        { "ip", """{"secret":"x","ip":"10.0.0.1"}""" },
    };

    /// <summary>What can be read, and still is no question.</summary>
    public static TheoryData<string, string, string> FaultsOfValue => new()
    {
        { "clientIp", "address.form", """{"secret":"x","clientIp":""}""" },
        { "clientIp", "address.form", """{"secret":"x","clientIp":"10.0.0.1:80"}""" },
        { "clientIp", "address.form", """{"secret":"x","clientIp":"010.0.0.1"}""" },
        { "clientIp", "address.form", """{"secret":"x","clientIp":"fe80::1%eth0"}""" },
        {
            "scopes",
            "list.too_long",
            $$"""{"secret":"x","scopes":["a"{{string.Concat(Enumerable.Repeat(",\"a\"", VerificationService.MaxScopes))}}]}"""
        },
        { "resource", "text.length", $$"""{"secret":"x","resource":"{{new string('r', VerificationService.MaxTextLength + 1)}}"}""" },
        { "referrer", "text.length", $$"""{"secret":"x","referrer":"{{new string('r', VerificationService.MaxTextLength + 1)}}"}""" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Refuses_what_is_no_JSON_object(string what, string body)
    {
        var problem = await (await served.VerifyAsync(body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.True(problem.Code() is "body.malformed", what);
    }

    [Theory]
    [MemberData(nameof(FaultsOfField))]
    public async Task Names_the_field_at_fault(string field, string body)
    {
        var problem = await (await served.VerifyAsync(body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body.malformed", problem.Code());
        Assert.Contains(field, problem.Title(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FaultsOfValue))]
    public async Task Points_at_the_value_at_fault(string field, string code, string body)
    {
        var problem = await (await served.VerifyAsync(body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        var fault = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(("/" + field, code), (fault.GetProperty("pointer").GetString(), fault.Code()));
        Assert.NotEqual("", fault.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Tells_every_fault_of_a_value_at_once()
    {
        var body = $$"""{"secret":"x","clientIp":"y","referrer":"{{new string('r', VerificationService.MaxTextLength + 1)}}"}""";

        var problem = await (await served.VerifyAsync(body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(
            ["/clientIp", "/referrer"],
            problem.GetProperty("errors").EnumerateArray().Select(fault => fault.GetProperty("pointer").GetString()));
    }

    [Theory]
    [InlineData("""{"secret":"\ud800"}""")]
    [InlineData("""{"secret":"\udc00\ud800"}""")]
    [InlineData("""{"secret":"x","resource":"\ud83d!"}""")]
    [InlineData("""{"secret":"x","scopes":["\ude00"]}""")]
    [InlineData("""{"secret":"x","\ud800":1}""")]
    public async Task Refuses_half_of_a_surrogate_pair(string body)
    {
        var problem = await (await served.VerifyAsync(body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body.malformed", problem.Code());
    }

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
