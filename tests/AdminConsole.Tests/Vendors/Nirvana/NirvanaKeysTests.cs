using System.Net;
using AdminConsole.Actors;
using AdminConsole.Keys;
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
        var ours = await served.IssueAsync(A.Settings(scopes: ["deploy:write", "vm:read", "vm:read:deep", "plain"]) with { AllowedCidrs = ["2001:db8::/32"] });

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
        var (disabled, revoked, managed) = (await served.IssueAsync(A.Settings()), await served.IssueAsync(A.Settings()), await served.IssueAsync(A.Settings()));
        await served.Console.Get<KeySwitch>().DisableAsync(Actor.System, new(served.Acme, disabled.Id), CancellationToken.None);
        await served.Console.Get<KeyRevoker>().RevokeAsync(Actor.System, new(new(served.Acme, revoked.Id), RevocationReason.Unused), CancellationToken.None);
        await served.Console.ChangeAsync(db => db.Entry(db.ApiKeys.Single(key => key.Id == managed.Id)).Property(key => key.Kind).CurrentValue = KeyKind.Managed);

        Assert.Equal("inactive", (await nirvana.GetAsync($"{Keys}/{disabled.Id.Value}")).Text("status"));
        Assert.Equal("inactive", (await nirvana.GetAsync($"{Keys}/{revoked.Id.Value}")).Text("status"));
        Assert.True((await nirvana.GetAsync($"{Keys}/{managed.Id.Value}"))["managed"].GetBoolean());
        Assert.Equal("key.managed", (await nirvana.PatchAsync($"{Keys}/{managed.Id.Value}", """{"name":"x"}""")).Text("code"));
        var refused = await nirvana.PatchAsync($"{Keys}/{revoked.Id.Value}", """{"name":"x"}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "key.revoked"), (refused.Status, refused.Text("code")));
    }

    /// <summary>What each way to give a field does to a key that has all of them.</summary>
    public static TheoryData<string, string, string> Updates => new()
    {
        { "", "name", "Backups" },
        { "{}", "tags", """["a","b"]""" },
        { """{"name":"Restores"}""", "name", "Restores" },
        { """{"name":"Restores"}""", "tags", """["a","b"]""" },
        { """{"tags":["c"]}""", "tags", """["c"]""" },
        { """{"tags":[]}""", "tags", "[]" },
        { """{"tags":null}""", "tags", "[]" },
        { """{"permissions":[{"permission":"read","resource_type":"usage"}]}""", "permissions", """[{"permission":"read","resource_type":"usage"}]""" },
        { """{"source_ip_rule":{"allowed":["11.0.0.0/8"]}}""", "source_ip_rule", """{"allowed":["11.0.0.0/8"],"blocked":["10.9.0.0/16"]}""" },
        { """{"source_ip_rule":{"blocked":["11.0.0.0/8"]}}""", "source_ip_rule", """{"allowed":["10.0.0.0/8"],"blocked":["11.0.0.0/8"]}""" },
        { """{"source_ip_rule":{"allowed":[],"blocked":null}}""", "source_ip_rule", """{"allowed":[],"blocked":[]}""" },
        { """{"source_ip_rule":{}}""", "source_ip_rule", """{"allowed":["10.0.0.0/8"],"blocked":["10.9.0.0/16"]}""" },
        { """{"source_ip_rule":null}""", "source_ip_rule", """{"allowed":[],"blocked":[]}""" },
        { """{"source_ip_rule":{"allowed":["11.0.0.0/8"]}}""", "tags", """["a","b"]""" },
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public async Task Changes_what_is_given_clears_what_is_null_and_keeps_the_rest(string update, string member, string expected)
    {
        using var nirvana = await NirvanaAsync();
        var key = $"{Keys}/{(await CreateAsync(nirvana)).Text("id")}";

        var updated = await nirvana.PatchAsync(key, update is "" ? null : update);

        Assert.Equal((HttpStatusCode.OK, expected), (updated.Status, updated[member].ToString()));
        Assert.Equal(expected, (await nirvana.GetAsync(key))[member].ToString());
    }

    [Theory]
    [InlineData("""{"permissions":[]}""", "permissions", 422)]
    [InlineData("""{"permissions":null}""", "permissions", 422)]
    [InlineData("""{"permissions":[null]}""", "permissions/0/permission", 422)]
    [InlineData("""{"permissions":[{"permission":"read","resource_type":"VM"}]}""", "permissions/0/resource_type", 422)]
    [InlineData("""{"project_ids":[]}""", "project_ids", 422)]
    [InlineData("""{"project_ids":null}""", "project_ids", 422)]
    [InlineData("""{"project_ids":[null]}""", "project_ids/0", 422)]
    [InlineData("""{"project_ids":["00000000-0000-0000-0000-000000000000"]}""", "project_ids/0", 422)]
    [InlineData("""{"name":""}""", "name", 422)]
    [InlineData("""{"tags":["a",null]}""", "tags/1", 422)]
    [InlineData("""{"source_ip_rule":{"allowed":["10/8"]}}""", "source_ip_rule/allowed/0", 422)]
    [InlineData("""{"source_ip_rule":{"blocked":["::/0"]}}""", "source_ip_rule/blocked/0", 422)]
    [InlineData("""{"source_ip_rule":{"allowed":"10.0.0.0/8"}}""", "source_ip_rule", 400)]
    [InlineData("""{"source_ip_rule":{"allowed":[1]}}""", "source_ip_rule", 400)]
    [InlineData("""{"source_ip_rule":{"denied":[]}}""", "source_ip_rule", 400)]
    [InlineData("""{"source_ip_rule":[]}""", "source_ip_rule", 400)]
    [InlineData("""{"permissions":[{"permission":"read","resource_type":"vm","extra":1}]}""", "permissions", 400)]
    [InlineData("""{"expires_at":"2027-01-01T00:00:00Z"}""", "expires_at", 400)]
    [InlineData("""{"id":"x"}""", "id", 400)]
    public async Task Refuses_each_fault_by_its_name_and_changes_nothing(string update, string field, int status)
    {
        using var nirvana = await NirvanaAsync();
        var key = $"{Keys}/{(await CreateAsync(nirvana)).Text("id")}";
        var before = await nirvana.GetAsync(key);

        var refused = await nirvana.PatchAsync(key, update);

        Assert.Equal((HttpStatusCode)status, refused.Status);
        Assert.Equal(field, refused["errors"][0].GetProperty("field").GetString());
        Assert.StartsWith(status == 422 ? $"{field}: " : "", refused.Text("message"), StringComparison.Ordinal);
        Assert.Equal(before.Body.GetRawText(), (await nirvana.GetAsync(key)).Body.GetRawText());
    }

    [Theory]
    [InlineData("2026-04-01T00:00:00")]
    [InlineData("tomorrow")]
    [InlineData("1775001600")]
    public async Task Takes_no_instant_without_its_offset(string expiry)
    {
        using var nirvana = await NirvanaAsync();

        var refused = await nirvana.PostAsync(Keys, $$"""{"name":"a","permissions":[],"project_ids":[],"expires_at":"{{expiry}}"}""");

        Assert.Equal((HttpStatusCode.BadRequest, "expires_at"), (refused.Status, refused["errors"][0].GetProperty("field").GetString()));
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
              "name": "Backups", "permissions": [{ "permission": "edit", "resource_type": "vm" }], "project_ids": ["{{project.Value}}"], "tags": ["a", "b"],
              "source_ip_rule": { "allowed": ["10.0.0.0/8"], "blocked": ["10.9.0.0/16"] },
              "starts_at": "2026-01-01T00:00:00Z", "expires_at": "2026-04-01T02:00:00+02:00"
            }
            """);
    }

    private async Task<VendorClient> NirvanaAsync() => new(await served.ClientAsync(ManagementScopes.All), "/nirvana");
}
