using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Vendors.StackAuth.StackSteps;

namespace AdminConsole.Tests.Vendors.StackAuth;

public sealed class StackKeyUpdateTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly long Now = A.Monday.ToUnixTimeMilliseconds();

    [Fact]
    public async Task Does_the_documents_own_update()
    {
        using var stack = await served.StackAsync();
        var created = await CreateAsync(stack);

        var updated = await stack.PatchAsync(
            $"/user-api-keys/uak_{Guid.Parse(created.Text("id")!):n}", """{"description":"Updated API key description","revoked":false}""");

        Assert.Equal(HttpStatusCode.OK, updated.Status);
        Assert.Equal(("Updated API key description", created.Text("user_id")), (updated.Text("description"), updated.Text("user_id")));
        Assert.Equal(("", ""), (updated["expires_at"].ToString(), updated["manually_revoked_at"].ToString()));
        Assert.Equal("2026-03-02T09:00:00Z", updated.Text("created_at"));
    }

    [Fact]
    public async Task Makes_two_changes_at_once()
    {
        using var stack = await served.StackAsync();
        var created = await CreateAsync(stack);

        var updated = await stack.PatchAsync(
            $"/user-api-keys/{created.Text("id")}?user_id={created.Text("user_id")}", """{"description":"Other","revoked":true}""");

        Assert.Equal(("Other", Now), (updated.Text("description"), updated["manually_revoked_at_millis"].GetInt64()));
        Assert.Equal("REVOKED", await VerifyAsync(created));
    }

    [Fact]
    public async Task Names_the_request_whose_update_is_at_fault()
    {
        using var stack = await served.StackAsync();
        var path = $"/user-api-keys/{(await CreateAsync(stack)).Text("id")}";

        AssertSchemaError(await stack.PatchAsync(path, """{"description":null}"""), $"PATCH /api/v1{path}", "body.description");
        AssertError(await stack.PatchAsync(path, """{"description":Other}"""), HttpStatusCode.BadRequest, "BODY_PARSING_ERROR");
    }

    [Fact]
    public async Task Revokes_one_way()
    {
        using var stack = await served.StackAsync();
        var path = $"/user-api-keys/{(await CreateAsync(stack)).Text("id")}";
        var revoked = await stack.PatchAsync(path, """{"revoked":true}""");

        var again = await stack.PatchAsync(path, """{"revoked":true,"description":"Billing"}""");
        AssertSchemaError(await stack.PatchAsync(path, """{"revoked":false}"""), $"PATCH /api/v1{path}", "body.revoked");
        AssertError(await stack.PatchAsync(path, """{"description":"Other"}"""), HttpStatusCode.Unauthorized, "API_KEY_REVOKED");

        Assert.Equal(revoked.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(revoked.Body.GetRawText(), (await stack.GetAsync(path)).Body.GetRawText());
    }

    [Fact]
    public async Task Changes_nothing_where_only_one_of_two_changes_is_allowed()
    {
        using var all = await served.StackAsync();
        using var writer = await served.VendorAsync("/stack/api/v1", ManagementScopes.ReadKeys, ManagementScopes.WriteKeys);
        using var revoker = await served.VendorAsync("/stack/api/v1", ManagementScopes.ReadKeys, ManagementScopes.RevokeKeys);
        var path = $"/user-api-keys/{(await CreateAsync(all)).Text("id")}";

        var refused = new[]
        {
            await writer.PatchAsync(path, """{"description":"Other","revoked":true}"""),
            await revoker.PatchAsync(path, """{"description":"Other","revoked":true}"""),
        };

        Assert.Equal(["KEY_REVOKE_FORBIDDEN", "KEY_WRITE_FORBIDDEN"], refused.Select(answer => answer.Text("code")));
        Assert.All(refused, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.Equal(("Billing", ""), ((await all.GetAsync(path)).Text("description"), (await all.GetAsync(path))["manually_revoked_at"].ToString()));
    }

    private async Task<string> VerifyAsync(VendorAnswer created) =>
        (await (await served.VerifyAsync($$"""{"secret":"{{created.Text("value")}}"}""")).ReadJsonAsync()).Code();
}
