using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Projects;

public sealed class ProjectApiTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Adds_shows_renames_and_deletes()
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteProjects, ManagementScopes.ReadKeys);

        var added = await client.SendAsync("POST", "/projects", """{"name":"Payments"}""");
        var path = added.Headers.Location!.ToString()["/api/v1".Length..];
        var renamed = await client.SendAsync("PATCH", path, """{"name":"Billing"}""", "\"1\"");
        var shown = await client.SendAsync("GET", path);
        var deleted = await client.SendAsync("DELETE", path, ifMatch: "\"2\"");
        var gone = await client.SendAsync("GET", path);

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (added.StatusCode, added.Headers.ETag?.ToString()));
        Assert.Equal("\"2\"", renamed.Headers.ETag?.ToString());
        Assert.Equal("Billing", (await shown.ReadJsonAsync()).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("project.not_found", (await gone.AssertProblemAsync(HttpStatusCode.NotFound)).Code());
    }

    [Fact]
    public async Task Lists_every_project_once_by_name()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        await served.Console.AddProjectAsync(served.Acme, "Theirs");
        foreach (var name in new[] { "Zeta", "Älpha", "beta", "Alpha" })
        {
            await served.Console.AddProjectAsync(globex, name);
        }

        using var client = await served.ClientOfAsync(globex, ManagementScopes.ReadKeys);

        Assert.Equal(["Alpha", "Zeta", "beta", "Älpha"], await client.ReadPagesAsync("/projects?limit=1", "projects", "name"));
    }

    [Theory]
    [InlineData("PATCH", """{"name":"x"}""", null, HttpStatusCode.PreconditionRequired, "if_match.missing")]
    [InlineData("PATCH", """{"name":"x"}""", "\"7\"", HttpStatusCode.PreconditionFailed, "project.stale")]
    [InlineData("PATCH", """{"name":null}""", "\"1\"", HttpStatusCode.BadRequest, "text.length")]
    [InlineData("PATCH", """{"title":"x"}""", "\"1\"", HttpStatusCode.BadRequest, "body.malformed")]
    [InlineData("DELETE", null, null, HttpStatusCode.PreconditionRequired, "if_match.missing")]
    [InlineData("DELETE", null, "\"1\"", HttpStatusCode.Conflict, "project.in_use")]
    public async Task Refuses_what_cannot_be_done(string method, string? body, string? ifMatch, HttpStatusCode status, string code)
    {
        var project = await served.Console.AddProjectAsync(served.Acme, $"{Guid.NewGuid()}");
        await served.CreateAsync(A.Settings() with { ProjectIds = [project] });
        using var client = await served.ClientAsync(ManagementScopes.WriteProjects);

        var refused = await client.SendAsync(method, $"/projects/{project}", body, ifMatch);

        Assert.Equal(code, (await refused.AssertProblemAsync(status)).Code());
    }

    [Fact]
    public async Task Refuses_who_may_not()
    {
        using var reader = await served.ClientAsync(ManagementScopes.ReadKeys);
        using var writer = await served.ClientAsync(ManagementScopes.WriteProjects);

        var write = await reader.SendAsync("POST", "/projects", """{"name":"x"}""");
        var read = await writer.SendAsync("GET", "/projects");

        Assert.Equal("project.write_forbidden", (await write.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal("project.read_forbidden", (await read.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }
}
