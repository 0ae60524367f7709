using System.Net;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class VerifyBodyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
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
}
