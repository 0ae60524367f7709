using System.Net;
using System.Text;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class PatchKeyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string MergePatch = "application/merge-patch+json";

    [Fact]
    public async Task Changes_what_is_given_and_leaves_the_rest()
    {
        var key = await served.CreateAsync(
            A.Settings("billing", "vm:read") with { Description = "old", Tags = ["prod"], ExpiresAt = A.Monday.AddYears(5) });
        using var client = await CallerAsync();

        var answer = await PatchAsync(client, key.Id, """{"scopes":["vm:write"],"description":null,"claims":{"plan":"pro"}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"2\"", answer.Headers.ETag?.ToString());
        var body = await answer.ReadJsonAsync();
        Assert.Equal(2, body.GetProperty("version").GetInt32());
        Assert.Equal("billing", body.GetProperty("name").GetString());
        Assert.Equal("", body.GetProperty("description").GetString());
        Assert.Equal("vm:write", body.GetProperty("scopes")[0].GetString());
        Assert.Equal("prod", body.GetProperty("tags")[0].GetString());
        Assert.Equal("pro", body.GetProperty("claims").GetProperty("plan").GetString());
        Assert.NotEqual(JsonValueKind.Null, body.GetProperty("expiresAt").ValueKind);
    }

    [Fact]
    public async Task Names_every_fault_of_a_patch()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await CallerAsync();

        var patched = await PatchAsync(client, key.Id, """{"name":"","description":"Other","tags":[""],"expiresAt":"2020-01-01T00:00:00Z"}""");

        Assert.Equal(["/expiresAt", "/name", "/tags/0"], (await patched.AssertProblemAsync(HttpStatusCode.BadRequest)).Pointers());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("*", HttpStatusCode.PreconditionRequired)]
    [InlineData("\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("W/\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"one\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("1", HttpStatusCode.BadRequest)]
    [InlineData("\"1\", \"2\"", HttpStatusCode.BadRequest)]
    public async Task Needs_the_version_that_the_edit_was_made_from(string? version, HttpStatusCode expected)
    {
        var key = await served.CreateAsync(A.Settings("before"));
        using var client = await CallerAsync();

        await (await PatchAsync(client, key.Id, """{"name":"after"}""", version)).AssertProblemAsync(expected);

        Assert.Equal("before", (await served.Console.DetailsAsync(new(served.Acme, key.Id))).Settings.Name);
    }

    [Fact]
    public async Task A_tag_that_a_compressing_proxy_made_weak_names_its_version()
    {
        var key = await served.CreateAsync(A.Settings("before"));
        using var client = await CallerAsync();

        var patched = await PatchAsync(client, key.Id, """{"name":"after"}""", "W/\"1\"");

        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/json-patch+json")]
    public async Task Takes_merge_patches_alone(string type)
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await CallerAsync();

        var refused = await PatchAsync(client, key.Id, """{"name":"after"}""", type: type);

        Assert.Equal("body.type", (await refused.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType)).Code());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?dryRun=true")]
    public async Task A_key_of_another_organization_does_not_exist(string query)
    {
        var globex = await served.Console.CreateOrganizationAsync($"globex-{Guid.NewGuid():n}");
        var key = await served.CreateAsync(A.Settings(), organization: globex);
        using var client = await CallerAsync();

        var refused = await PatchAsync(client, key.Id, """{"name":"after"}""", query: query);

        Assert.Equal("key.not_found", (await refused.AssertProblemAsync(HttpStatusCode.NotFound)).Code());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?dryRun=true")]
    public async Task A_revoked_key_never_changes_again(string query)
    {
        var key = await served.CreateAsync(A.Settings());
        await served.Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(served.Acme), new(new(served.Acme, key.Id), RevocationReason.Leaked), CancellationToken.None);
        using var client = await CallerAsync();

        var refused = await PatchAsync(client, key.Id, """{"name":"after"}""", "\"2\"", query: query);

        Assert.Equal("key.revoked", (await refused.AssertProblemAsync(HttpStatusCode.Conflict)).Code());
    }

    [Fact]
    public async Task Shows_the_key_to_those_alone_who_may_read_it()
    {
        var key = await served.CreateAsync(A.Settings());
        using var writer = await served.ClientAsync(ManagementScopes.WriteKeys);
        using var reader = await served.ClientAsync(ManagementScopes.ReadKeys);

        var written = await PatchAsync(writer, key.Id, """{"name":"after"}""");
        var refused = await PatchAsync(reader, key.Id, """{"name":"again"}""", "\"2\"");

        Assert.Equal(HttpStatusCode.NoContent, written.StatusCode);
        Assert.Equal("\"2\"", written.Headers.ETag?.ToString());
        Assert.Equal("key.write_forbidden", (await refused.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }

    private Task<HttpClient> CallerAsync() => served.ClientAsync(ManagementScopes.ReadKeys, ManagementScopes.WriteKeys);

    private static async Task<HttpResponseMessage> PatchAsync(
        HttpClient client, Id<ApiKey> key, string patch, string? version = "\"1\"", string query = "", string type = MergePatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/keys/{key}{query}")
        {
            Content = new StringContent(patch, Encoding.UTF8, type),
        };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return await client.SendAsync(request);
    }
}
