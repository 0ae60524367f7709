using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Nirvana;

public sealed class NirvanaKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Keys = "/v1/api_keys";

    private static readonly string[] Members =
    [
        "id", "created_at", "expires_at", "managed", "name", "permissions", "project_ids", "source_ip_rule", "status", "tags", "updated_at",
    ];

    [Fact]
    public async Task Answers_201_with_every_member_and_the_secret_this_once()
    {
        using var nirvana = await NirvanaAsync();

        var created = await CreateAsync(nirvana);
        var key = await nirvana.GetAsync($"{Keys}/{created.Text("id")}");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(Members.Concat(["key", "starts_at"]).Order(), created.Body.Members().Order());
        Assert.Equal(Members.Append("starts_at").Order(), key.Body.Members().Order());
        Assert.Equal(("2026-03-02T09:00:00Z", "2026-04-01T00:00:00Z"), (key.Text("created_at"), key.Text("expires_at")));
        Assert.Equal("""{"allowed":["10.0.0.0/8"],"blocked":["10.9.0.0/16"]}""", key["source_ip_rule"].GetRawText());
    }

    [Fact]
    public async Task Shows_a_key_that_Nirvana_could_not_have_made()
    {
        using var nirvana = await NirvanaAsync();
        var ours = await served.CreateAsync(
            A.Settings(scopes: ["deploy:write", "vm:read", "vm:read:deep", "plain"]) with { AllowedCidrs = ["2001:db8::/32"] });

        var key = await nirvana.GetAsync($"{Keys}/{ours.Id.Value}");

        Assert.Equal("""[{"permission":"read","resource_type":"vm"}]""", key["permissions"].GetRawText());
        Assert.Equal(("[]", "", "active"), (key["project_ids"].GetRawText(), key["expires_at"].ToString(), key.Text("status")));
        Assert.Equal(["2001:db8::/32"], key["source_ip_rule"].GetProperty("allowed").EnumerateArray().Select(network => network.GetString()));
        Assert.Equal(HttpStatusCode.OK, (await nirvana.GetAsync($"{Keys}/{ours.Id}".Replace("key_", "", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Shows_disabled_and_revoked_keys_as_inactive_and_managed_ones_as_managed()
    {
        using var nirvana = await NirvanaAsync();
        var (disabled, revoked, managed) = (
            await served.CreateAsync(A.Settings()), await served.CreateAsync(A.Settings()), await served.CreateAsync(A.Settings()));
        await served.Console.Get<SwitchKeyHandler>().DisableAsync(Actor.System, new(served.Acme, disabled.Id), CancellationToken.None);
        await served.Console.Get<RevokeKeyHandler>().RevokeAsync(
            Actor.System, new(new(served.Acme, revoked.Id), RevocationReason.Unused), CancellationToken.None);
        await served.Console.ChangeAsync(
            db => db.Entry(db.ApiKeys.Single(key => key.Id == managed.Id)).Property(key => key.Kind).CurrentValue = KeyKind.Managed);

        Assert.Equal("inactive", (await nirvana.GetAsync($"{Keys}/{disabled.Id.Value}")).Text("status"));
        Assert.Equal("inactive", (await nirvana.GetAsync($"{Keys}/{revoked.Id.Value}")).Text("status"));
        Assert.True((await nirvana.GetAsync($"{Keys}/{managed.Id.Value}"))["managed"].GetBoolean());
        Assert.Equal("key.managed", (await nirvana.PatchAsync($"{Keys}/{managed.Id.Value}", """{"name":"x"}""")).Text("code"));
        var refused = await nirvana.PatchAsync($"{Keys}/{revoked.Id.Value}", """{"name":"x"}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "key.revoked"), (refused.Status, refused.Text("code")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"tags":["c"]""")]
    [InlineData("""{"tags":c}""")]
    [InlineData("""{"tags":["c"],"name":'Other'}""")]
    public async Task Says_400_of_what_is_no_JSON_object_at_all(string update)
    {
        using var nirvana = await NirvanaAsync();
        var key = $"{Keys}/{(await CreateAsync(nirvana)).Text("id")}";

        var refused = await nirvana.PatchAsync(key, update);

        Assert.Equal((HttpStatusCode.BadRequest, "body.malformed"), (refused.Status, refused.Text("code")));
        Assert.Empty(refused["errors"].EnumerateArray());
    }

    [Theory]
    [InlineData("2026-04-01T00:00:00")]
    [InlineData("tomorrow")]
    [InlineData("1775001600")]
    public async Task Takes_no_instant_without_its_offset(string expiry)
    {
        using var nirvana = await NirvanaAsync();

        var refused = await nirvana.PostAsync(Keys, $$"""{"name":"a","permissions":[],"project_ids":[],"expires_at":"{{expiry}}"}""");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "expires_at"), (refused.Status, refused["errors"][0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Deletes_with_204()
    {
        using var nirvana = await NirvanaAsync();
        var key = $"{Keys}/{(await CreateAsync(nirvana)).Text("id")}";

        Assert.Equal(HttpStatusCode.NoContent, (await nirvana.DeleteAsync(key)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nirvana.DeleteAsync(key)).Status);
    }

    private async Task<VendorAnswer> CreateAsync(VendorClient nirvana)
    {
        var project = await served.Console.AddProjectAsync(served.Acme, $"project {Guid.NewGuid():n}");
        return await nirvana.PostAsync(Keys, $$"""
            {
              "name": "Backups", "permissions": [{ "permission": "edit", "resource_type": "vm" }], "project_ids": ["{{project.Value}}"],
              "tags": ["a", "b"],
              "source_ip_rule": { "allowed": ["10.0.0.0/8"], "blocked": ["10.9.0.0/16"] },
              "starts_at": "2026-01-01T00:00:00Z", "expires_at": "2026-04-01T02:00:00+02:00"
            }
            """);
    }

    private async Task<VendorClient> NirvanaAsync() => new(await served.ClientAsync(ManagementScopes.All), "/nirvana");
}
