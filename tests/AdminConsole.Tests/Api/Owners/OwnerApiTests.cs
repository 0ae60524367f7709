using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Owners;

public sealed class OwnerApiTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Adds_shows_edits_and_deletes()
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteOwners, ManagementScopes.ReadKeys);

        var added = await client.SendAsync("POST", "/owners", """{"kind":"team","externalId":"team_9","name":"Deploy"}""");
        var path = added.Headers.Location!.ToString()["/api/v1".Length..];
        var edited = await client.SendAsync("PATCH", path, """{"kind":"machine"}""", "\"1\"");
        var shown = await (await client.SendAsync("GET", path)).ReadJsonAsync();
        var deleted = await client.SendAsync("DELETE", path, ifMatch: "\"2\"");
        var gone = await client.SendAsync("GET", path);

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (added.StatusCode, added.Headers.ETag?.ToString()));
        Assert.Equal("\"2\"", edited.Headers.ETag?.ToString());
        Assert.Equal(
            ("machine", "team_9", "Deploy"),
            (shown.GetProperty("kind").GetString(), shown.GetProperty("externalId").GetString(), shown.GetProperty("name").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("owner.not_found", (await gone.AssertProblemAsync(HttpStatusCode.NotFound)).Code());
    }

    [Fact]
    public async Task Lists_every_owner_once_and_finds_one_by_its_external_id()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        await served.Console.AddOwnerAsync(served.Acme, "theirs");
        foreach (var name in new[] { "b", "a", "c" })
        {
            await served.Console.AddOwnerAsync(globex, name);
        }

        using var client = await served.ClientOfAsync(globex, ManagementScopes.ReadKeys);

        Assert.Equal(["team_a", "team_b", "team_c"], await client.ReadPagesAsync("/owners?limit=1", "owners", "externalId"));
        Assert.Equal(["b"], await client.ReadPagesAsync("/owners?externalId=team_b", "owners", "name"));
        Assert.Empty(await client.ReadPagesAsync("/owners?kind=user", "owners", "name"));
    }

    [Theory]
    [InlineData("POST", "/owners", "{}", "/kind", "/externalId", "/name")]
    [InlineData("POST", "/owners", """{"kind":"1","externalId":"a","name":"b"}""", "/kind")]
    [InlineData("GET", "/owners?kind=1", null, "/kind")]
    [InlineData("GET", "/owners?cursor=!", null, "/cursor")]
    [InlineData("GET", "/owners?limit=0", null, "/limit")]
    [InlineData("GET", "/owners?name=x", null, "/name")]
    public async Task Names_every_field_at_fault(string method, string path, string? body, params string[] expected)
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteOwners, ManagementScopes.ReadKeys);

        var problem = await (await client.SendAsync(method, path, body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(expected, problem.Pointers());
    }

    [Theory]
    [InlineData("PATCH", """{"name":"x"}""", null, HttpStatusCode.PreconditionRequired, "if_match.missing")]
    [InlineData("PATCH", """{"name":"x"}""", "\"7\"", HttpStatusCode.PreconditionFailed, "owner.stale")]
    [InlineData("DELETE", null, null, HttpStatusCode.PreconditionRequired, "if_match.missing")]
    [InlineData("DELETE", null, "\"1\"", HttpStatusCode.Conflict, "owner.in_use")]
    public async Task Refuses_what_cannot_be_done(string method, string? body, string? ifMatch, HttpStatusCode status, string code)
    {
        var owner = await served.Console.AddOwnerAsync(served.Acme, $"{Guid.NewGuid()}");
        await served.CreateAsync(A.Settings() with { OwnerId = owner });
        using var client = await served.ClientAsync(ManagementScopes.WriteOwners);

        var refused = await client.SendAsync(method, $"/owners/{owner}", body, ifMatch);

        Assert.Equal(code, (await refused.AssertProblemAsync(status)).Code());
    }

    [Fact]
    public async Task Refuses_who_may_not()
    {
        using var reader = await served.ClientAsync(ManagementScopes.ReadKeys);
        using var writer = await served.ClientAsync(ManagementScopes.WriteOwners);

        var write = await reader.SendAsync("POST", "/owners", """{"kind":"user","externalId":"a","name":"b"}""");
        var read = await writer.SendAsync("GET", "/owners");

        Assert.Equal("owner.write_forbidden", (await write.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal("owner.read_forbidden", (await read.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }
}
