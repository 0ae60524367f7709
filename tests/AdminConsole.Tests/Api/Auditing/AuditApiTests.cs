using System.Net;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Auditing;

public sealed class AuditApiTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Says_who_did_what_to_which_key()
    {
        var key = await served.CreateAsync(A.Settings("billing"));
        using var client = await served.ClientAsync(ManagementScopes.RevokeKeys, ManagementScopes.ReadAudit);
        await RevokeAsync(client, key.Id);

        var entries = await EntriesAsync(client, $"?subject={key.Id}");

        Assert.Equal(["key.revoked", "key.created"], entries.Select(Action));
        Assert.Equal(["managementKey", "system"], entries.Select(entry => entry.GetProperty("actor").GetProperty("kind").GetString()));
        Assert.Equal("billing", entries[0].GetProperty("subject").GetProperty("name").GetString());
        Assert.Equal("127.0.0.1", entries[0].GetProperty("address").GetString());
        Assert.Contains("Leaked", entries[0].GetProperty("details").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_by_actor_action_and_time()
    {
        var caller = await served.CreateManagementKeyAsync(ManagementScopes.RevokeKeys, ManagementScopes.ReadAudit);
        using var client = served.Client(caller.Secret.Reveal());
        await RevokeAsync(client, (await served.CreateAsync(A.Settings())).Id);
        var now = served.App.Clock.Now;

        Assert.Equal(["key.revoked"], (await EntriesAsync(client, $"?actor={caller.Id}")).Select(Action));
        Assert.Empty(await EntriesAsync(client, $"?actor={caller.Id}&action=key.created"));
        Assert.Empty(await EntriesAsync(client, $"?actor={caller.Id}&until={now:yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Single(await EntriesAsync(client, $"?actor={caller.Id}&from={now:yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Fact]
    public async Task Pages_through_every_entry_once()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadAudit);
        await served.CreateAsync(A.Settings());
        var all = await EntriesAsync(client, "?limit=100");

        List<string?> paged = [];
        for (var next = (string?)"/api/v1/audit?limit=1"; next is not null;)
        {
            var page = await client.GetAsync(next);
            paged.AddRange((await page.ReadJsonAsync()).GetProperty("entries").EnumerateArray().Select(Id));
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        Assert.True(all.Count > 1);
        Assert.Equal(all.Select(Id), paged);
    }

    [Fact]
    public async Task Shows_nothing_of_another_organization()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        var foreign = await served.CreateAsync(A.Settings(), organization: globex);
        using var client = await served.ClientAsync(ManagementScopes.ReadAudit);

        Assert.Empty(await EntriesAsync(client, $"?subject={foreign.Id}"));
    }

    [Fact]
    public async Task Says_that_a_moment_lacks_its_offset()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadAudit);

        var problem = await (await client.GetAsync("/api/v1/audit?from=2026-03-01T00:00:00")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("instant.offset", problem.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("?cursor=x", "/cursor")]
    [InlineData("?limit=0", "/limit")]
    [InlineData("?limit=101", "/limit")]
    [InlineData("?from=2026-03-01", "/from")]
    [InlineData("?from=2026-03-02T00:00:00Z&until=2026-03-01T00:00:00Z", "/until")]
    [InlineData("?key=x", "/key")]
    public async Task Names_the_parameter_at_fault(string query, string parameter)
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadAudit);

        var problem = await (await client.GetAsync($"/api/v1/audit{query}")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal([parameter], problem.Pointers());
    }

    [Fact]
    public async Task Refuses_a_key_that_may_not_read_it()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys, ManagementScopes.WriteKeys);

        Assert.Equal("audit.read_forbidden", (await (await client.GetAsync("/api/v1/audit")).AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }

    private static async Task RevokeAsync(HttpClient client, Id<ApiKey> key)
    {
        using var reason = ServedConsole.Json("""{"reason":"leaked"}"""u8.ToArray());
        await client.PostAsync($"/api/v1/keys/{key}/revoke", reason);
    }

    private static async Task<IReadOnlyList<JsonElement>> EntriesAsync(HttpClient client, string query) =>
        [.. (await (await client.GetAsync($"/api/v1/audit{query}")).ReadJsonAsync()).GetProperty("entries").EnumerateArray()];

    private static string? Action(JsonElement entry) => entry.GetProperty("action").GetString();

    private static string? Id(JsonElement entry) => entry.GetProperty("id").GetString();
}
