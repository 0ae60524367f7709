using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Organizations;

public sealed class OrganizationApiTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Shows_the_rules_and_a_key_that_breaks_one_is_refused_by_its_field()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        using var client = await served.ClientOfAsync(
            globex, ManagementScopes.ReadKeys, ManagementScopes.WriteKeys, ManagementScopes.WriteOrganization);

        var shown = await client.SendAsync("GET", "/organization");
        var edited = await client.SendAsync(
            "PATCH", "/organization", """{"maxKeyLifetimeDays":90,"requiresAllowedNetwork":true}""", shown.Headers.ETag?.ToString());
        var refused = await client.SendAsync("POST", "/keys", """{"name":"a","scopes":["vm:read"]}""");

        Assert.Equal(90, (await edited.ReadJsonAsync()).GetProperty("maxKeyLifetimeDays").GetInt32());
        Assert.Equal("\"2\"", edited.Headers.ETag?.ToString());
        Assert.Equal(["/expiresAt", "/allowedCidrs"], (await refused.AssertProblemAsync(HttpStatusCode.BadRequest)).Pointers());
    }

    [Fact]
    public async Task Replaces_the_scopes_that_keys_may_have()
    {
        var initech = await served.Console.CreateOrganizationAsync("initech");
        using var client = await served.ClientOfAsync(
            initech, ManagementScopes.ReadKeys, ManagementScopes.WriteKeys, ManagementScopes.WriteOrganization);

        var replaced = await client.SendAsync(
            "PUT", "/scopes", """{"scopes":[{"scope":"vm:read","description":"Sees machines"},{"scope":"dns:read"}]}""", "\"1\"");
        var shown = await client.SendAsync("GET", "/scopes");
        var refused = await client.SendAsync("POST", "/keys", """{"name":"a","scopes":["vm:edit"]}""");

        Assert.Equal("\"2\"", replaced.Headers.ETag?.ToString());
        var scopes = (await shown.ReadJsonAsync()).GetProperty("scopes").EnumerateArray()
            .Select(scope => (scope.GetProperty("scope").GetString(), scope.GetProperty("description").GetString()));
        Assert.Equal([("dns:read", ""), ("vm:read", "Sees machines")], scopes);
        Assert.Equal(["/scopes/0"], (await refused.AssertProblemAsync(HttpStatusCode.BadRequest)).Pointers());
    }

    [Theory]
    [InlineData("PATCH", "/organization", """{"name":"x"}""", null, HttpStatusCode.PreconditionRequired, "if_match.missing")]
    [InlineData("PATCH", "/organization", """{"name":"x"}""", "\"9\"", HttpStatusCode.PreconditionFailed, "organization.stale")]
    [InlineData("PATCH", "/organization", """{"maxKeyLifetimeDays":3651}""", "\"1\"", HttpStatusCode.BadRequest, "days.range")]
    [InlineData("PATCH", "/organization", """{"slug":"x"}""", "\"1\"", HttpStatusCode.BadRequest, "body.malformed")]
    [InlineData("PUT", "/scopes", "{}", "\"1\"", HttpStatusCode.BadRequest, "scopes.missing")]
    [InlineData("PUT", "/scopes", """{"scopes":[null]}""", "\"1\"", HttpStatusCode.BadRequest, "text.length")]
    [InlineData("PUT", "/scopes", """{"scopes":[]}""", null, HttpStatusCode.PreconditionRequired, "if_match.missing")]
    public async Task Refuses_what_cannot_be_done(string method, string path, string body, string? ifMatch, HttpStatusCode status, string code)
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteOrganization);

        var refused = await client.SendAsync(method, path, body, ifMatch);

        Assert.Equal(code, (await refused.AssertProblemAsync(status)).Code());
    }

    [Fact]
    public async Task Refuses_who_may_not()
    {
        using var writer = await served.ClientAsync(ManagementScopes.WriteOrganization);
        using var reader = await served.ClientAsync(ManagementScopes.ReadKeys);

        var read = await writer.SendAsync("GET", "/scopes");
        var write = await reader.SendAsync("PUT", "/scopes", """{"scopes":[]}""", "\"1\"");

        Assert.Equal("organization.read_forbidden", (await read.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal("organization.write_forbidden", (await write.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }
}
