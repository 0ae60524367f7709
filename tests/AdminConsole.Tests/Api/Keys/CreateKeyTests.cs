using System.Net;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class CreateKeyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Answers_where_the_key_is_and_its_secret_once()
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys, ManagementScopes.ReadKeys);

        var created = await PostAsync(
            client, """{"name":"billing","scopes":["vm:read"],"claims":{"plan":"pro"},"expiresAt":"2027-01-01T00:00:00+01:00"}""");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", created.Headers.ETag?.ToString());
        Assert.True(created.Headers.CacheControl?.NoStore);
        var body = await created.ReadJsonAsync();
        Assert.Equal($"/api/v1/keys/{body.GetProperty("id").GetString()}", created.Headers.Location?.ToString());
        var key = await (await client.GetAsync(created.Headers.Location)).ReadJsonAsync();
        Assert.Equal("pro", key.GetProperty("claims").GetProperty("plan").GetString());
        Assert.Equal(new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero), key.GetProperty("expiresAt").GetDateTimeOffset());
        var verified = await served.VerifyAsync($$"""{"secret":"{{body.GetProperty("secret").GetString()}}","scopes":["vm:read"]}""");
        Assert.Equal("VALID", (await verified.ReadJsonAsync()).Code());
    }

    [Theory]
    [InlineData("live", "akc_live_")]
    [InlineData("test", "akc_test_")]
    public async Task Marks_the_secret_with_its_environment(string environment, string prefix)
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var created = await PostAsync(client, $$"""{"name":"billing","scopes":["vm:read"],"environment":"{{environment}}"}""");

        Assert.StartsWith(prefix, (await created.ReadJsonAsync()).GetProperty("secret").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "/name", "/scopes")]
    [InlineData("""{"name":"a"}""", "/scopes")]
    [InlineData("""{"name":null,"scopes":null}""", "/name", "/scopes")]
    [InlineData("""{"name":"a","scopes":["vm:read",null]}""", "/scopes/1")]
    [InlineData("""{"name":"a","scopes":["b"],"allowedCidrs":["10.0.0.0/8","no"],"claims":[]}""", "/allowedCidrs/1", "/claims")]
    [InlineData("""{"name":"a","scopes":["b"],"claims":{"a":"\ud800"}}""", "/claims")]
    [InlineData("""{"name":"a","scopes":["b"],"kind":"managed","environment":"management"}""", "/kind", "/environment")]
    [InlineData("""{"name":"a","scopes":["b"],"kind":"1"}""", "/kind")]
    [InlineData("""{"name":1,"scopes":["b"]}""", "/name")]
    [InlineData("""{"name":"a","scopes":[["b"]]}""", "/scopes")]
    [InlineData("""{"name":"a","scopes":["b"],"owner":"x"}""", "/owner")]
    [InlineData("""{"name":"a","scopes":["b"],"ownerId":"x"}""", "/ownerId")]
    [InlineData("""{"name":"a","scopes":["b"],"maxHitsPerQuery":1.5}""", "/maxHitsPerQuery")]
    [InlineData("""{"name":"a","scopes":["b"],"expiresAt":"2027-01-01T00:00:00"}""", "/expiresAt")]
    [InlineData("""{"name":"a","scopes":["b"],"expiresAt":"2027-01-01"}""", "/expiresAt")]
    [InlineData("""{"name":"a","scopes":["b"],"startsAt":1}""", "/startsAt")]
    public async Task Names_every_field_that_is_at_fault(string body, params string[] expected)
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var problem = await (await PostAsync(client, body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(expected, problem.Pointers());
    }

    [Theory]
    [InlineData("2027-01-01T00:00:00")]
    [InlineData("2027-01-01T00:00")]
    [InlineData("2027-01-01")]
    public async Task Says_that_an_instant_lacks_its_offset(string instant)
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var answer = await PostAsync(client, $$"""{"name":"a","scopes":["b"],"expiresAt":"{{instant}}"}""");
        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest);

        var fault = problem.GetProperty("errors")[0];
        Assert.Equal(("/expiresAt", "instant.offset"), (fault.GetProperty("pointer").GetString(), fault.GetProperty("code").GetString()));
        Assert.StartsWith("The offset is missing", fault.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{\"name\":\"a\"")]
    [InlineData("{\"name\":\"a\"}{}")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\",\"scopes\":[\"c\"]}")]
    [InlineData("{\"name\":\"\\ud800\",\"scopes\":[\"c\"]}")]
    public async Task Refuses_a_body_that_is_no_JSON_object(string body)
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var problem = await (await PostAsync(client, body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body.malformed", problem.Code());
    }

    [Theory]
    [InlineData("""{"name":"?","scopes":["c"]}""")]
    [InlineData("""{"name":"a","scopes":["c"],"claims":{"a":"?"}}""")]
    [InlineData("""{"name":"a","scopes":["c"],"claims":{"?":1}}""")]
    public async Task Refuses_a_text_that_is_no_UTF8(string body)
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);
        using var content = ServedConsole.Json([.. Encoding.UTF8.GetBytes(body).Select(value => value == '?' ? (byte)0xff : value)]);

        var problem = await (await client.PostAsync("/api/v1/keys", content)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body.malformed", problem.Code());
    }

    [Fact]
    public async Task Refuses_a_body_that_is_nested_too_deep()
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var refused = await PostAsync(client, $$"""{"name":"a","scopes":["b"],"claims":{{new string('[', 20)}}{{new string(']', 20)}}}""");

        Assert.Equal("body.malformed", (await refused.AssertProblemAsync(HttpStatusCode.BadRequest)).Code());
    }

    [Fact]
    public async Task Never_repeats_a_secret_that_stands_where_a_name_belongs()
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);
        var secret = (await served.CreateAsync(A.Settings())).Secret.Reveal();

        var problem = await (await PostAsync(client, $$"""{"name":"a","{{secret}}":1}""")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.DoesNotContain(secret, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Takes_JSON_alone(string type)
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);
        using var content = new StringContent("""{"name":"a","scopes":["b"]}""", Encoding.UTF8, type);

        Assert.Equal(
            "body.type",
            (await (await client.PostAsync("/api/v1/keys", content)).AssertProblemAsync(HttpStatusCode.UnsupportedMediaType)).Code());
    }

    [Fact]
    public async Task Refuses_a_body_that_is_too_large()
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var refused = await PostAsync(client, $$"""{"name":"{{new string('x', 64 * 1024)}}"}""");

        Assert.Equal("body.too_large", (await refused.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge)).Code());
    }

    [Fact]
    public async Task Asks_for_the_scope()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var refused = await PostAsync(client, """{"name":"a","scopes":["b"]}""");

        Assert.Equal("key.write_forbidden", (await refused.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }

    [Fact]
    public async Task Mints_no_management_key_that_exceeds_the_caller()
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var refused = await PostAsync(client, """{"name":"a","kind":"management","scopes":["keys:write","keys:revoke"]}""");

        Assert.Equal("key.exceeds_actor", (await refused.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(client, """{"name":"a","kind":"management","scopes":["keys:write"]}""")).StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string body)
    {
        using var content = ServedConsole.Json(Encoding.UTF8.GetBytes(body));
        return await client.PostAsync("/api/v1/keys", content);
    }
}
