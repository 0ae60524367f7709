using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.StackAuth;

public sealed class StackKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly long Now = A.Monday.ToUnixTimeMilliseconds();

    public static TheoryData<string> Types => ["user", "team"];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Creates_a_key_and_shows_its_secret_this_once(string type)
    {
        using var stack = await StackAsync();
        var owner = await AddOwnerAsync(stack, type);

        var created = await CreateAsync(stack, type, owner, expiresAt: $"{Now + 60_000}");
        var key = await stack.GetAsync($"/{type}-api-keys/{created.Text("id")}?{type}_id={owner}");

        Assert.Equal(HttpStatusCode.OK, created.Status);
        Assert.Equal((type, owner, "Billing"), (created.Text("type"), created.Text($"{type}_id"), created.Text("description")));
        Assert.Matches(
            $"^sk_[0-9a-z]{{45}}{created.Text("id")!.Replace("-", "", StringComparison.Ordinal)}{type}1574ck4u7h[0-9a-f]{{8}}$",
            created.Text("value"));
        Assert.Equal((Now, Now + 60_000), (created["created_at_millis"].GetInt64(), created["expires_at_millis"].GetInt64()));
        Assert.Equal(
            ("2026-03-02T09:00:00Z", "2026-03-02T09:01:00Z", ""),
            (key.Text("created_at"), key.Text("expires_at"), key["manually_revoked_at"].ToString()));
        Assert.Equal(created.Text("value")![^4..], key["value"].GetProperty("last_four").GetString());
        Assert.Equal(created.Body.Members(), key.Body.Members());
        Assert.False(key["is_public"].GetBoolean());
    }

    [Fact]
    public async Task Leaves_out_the_milliseconds_of_what_has_not_happened()
    {
        using var stack = await StackAsync();

        var key = await CreateAsync(stack);

        Assert.DoesNotContain("expires_at_millis", key.Body.Members());
        Assert.DoesNotContain("manually_revoked_at_millis", key.Body.Members());
        Assert.DoesNotContain("team_id", key.Body.Members());
        Assert.Equal(["", ""], [key["expires_at"].ToString(), key["manually_revoked_at"].ToString()]);
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("1000", 1000L)]
    public async Task Takes_an_expiry_of_the_past_and_zero_for_none(string given, long? expected)
    {
        using var stack = await StackAsync();

        var key = await CreateAsync(stack, expiresAt: given);

        Assert.Equal(HttpStatusCode.OK, key.Status);
        Assert.Equal(expected, key.Body.TryGetProperty("expires_at_millis", out var millis) ? millis.GetInt64() : null);
    }

    [Fact]
    public async Task Makes_keys_that_are_to_be_seen_in_a_format_of_their_own()
    {
        using var stack = await StackAsync();
        var owner = await AddOwnerAsync(stack);

        var key = await stack.PostAsync("/user-api-keys", $$"""{"description":"","expires_at_millis":null,"is_public":true,"user_id":"{{owner}}"}""");

        Assert.Matches("^pk_.*user3574ck4u7h[0-9a-f]{8}$", key.Text("value"));
        Assert.True(key["is_public"].GetBoolean());
        Assert.Equal(("", "Stack key"), (key.Text("description"), (await DetailsAsync(key)).Settings.Name));
    }

    [Fact]
    public async Task Names_the_key_in_the_console_after_the_first_line_of_its_description()
    {
        using var stack = await StackAsync();
        var owner = await AddOwnerAsync(stack);

        var key = await stack.PostAsync("/user-api-keys", $$"""{"description":"First\nSecond","expires_at_millis":null,"user_id":"{{owner}}"}""");

        Assert.Equal("First", (await DetailsAsync(key)).Settings.Name);
    }

    [Theory]
    [InlineData("""{"expires_at_millis":null,"user_id":"USER"}""", "body.description")]
    [InlineData("""{"description":null,"expires_at_millis":null,"user_id":"USER"}""", "body.description")]
    [InlineData("""{"description":"a","user_id":"USER"}""", "body.expires_at_millis")]
    [InlineData("""{"description":"a","expires_at_millis":-1,"user_id":"USER"}""", "body.expires_at_millis")]
    [InlineData("""{"description":"a","expires_at_millis":9999999999999999,"user_id":"USER"}""", "body.expires_at_millis")]
    [InlineData("""{"description":"a","expires_at_millis":"2027","user_id":"USER"}""", "body.expires_at_millis")]
    [InlineData("""{"description":"a","expires_at_millis":null}""", "body.user_id")]
    [InlineData("""{"description":"a","expires_at_millis":null,"user_id":"USER","team_id":"USER"}""", "body must have no other owner")]
    [InlineData(
        """{"description":"a","expires_at_millis":null,"user_id":"USER","colour":"red","size":1}""",
        "body contains unknown properties: colour, size")]
    public async Task Refuses_a_new_key_at_fault(string body, string reason)
    {
        using var stack = await StackAsync();
        var owner = await AddOwnerAsync(stack);

        var refused = await stack.PostAsync("/user-api-keys", body.Replace("USER", owner, StringComparison.Ordinal));

        AssertSchemaError(refused, "POST /api/v1/user-api-keys", reason);
        Assert.Empty((await stack.GetAsync($"/user-api-keys?user_id={owner}"))["items"].EnumerateArray());
    }

    [Fact]
    public async Task Makes_no_key_for_an_owner_that_is_not_there_or_of_the_other_kind()
    {
        using var stack = await StackAsync();
        var (user, team) = (await AddOwnerAsync(stack), await AddOwnerAsync(stack, "team"));

        AssertError(await CreateAsync(stack, "user", team), HttpStatusCode.NotFound, "USER_NOT_FOUND");
        var noTeam = await CreateAsync(stack, "team", user);
        AssertError(noTeam, HttpStatusCode.NotFound, "TEAM_NOT_FOUND");
        Assert.Equal(user, noTeam["details"].GetProperty("team_id").GetString());
    }

    [Fact]
    public async Task Lists_all_keys_of_an_owner_the_newest_first_whatever_their_state()
    {
        using var stack = await StackAsync();
        var owner = await AddOwnerAsync(stack);
        await CreateAsync(stack, owner: await AddOwnerAsync(stack));
        List<string?> ids = [];
        for (var i = 0; i < 103; i++)
        {
            ids.Insert(0, (await CreateAsync(stack, owner: owner, expiresAt: i == 1 ? "1000" : "null")).Text("id"));
        }

        await stack.PatchAsync($"/user-api-keys/{ids[^1]}?user_id={owner}", """{"revoked":true}""");
        var list = await stack.GetAsync($"/user-api-keys?user_id={owner}");

        Assert.Equal(["items", "is_paginated"], list.Body.Members());
        Assert.Equal(ids, list["items"].EnumerateArray().Select(key => key.GetProperty("id").GetString()));
        Assert.False(list["is_paginated"].GetBoolean());
        Assert.Empty((await stack.GetAsync($"/team-api-keys?team_id={owner}"))["items"].EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Lists_no_keys_without_an_owner(string type)
    {
        using var stack = await StackAsync();

        var refused = await stack.GetAsync($"/{type}-api-keys");

        AssertError(refused, HttpStatusCode.BadRequest, "SCHEMA_ERROR");
        Assert.Equal(
            type == "user"
                ? "user_id is required for user API keys"
                : "Request validation failed on GET /api/v1/team-api-keys:\n  - query.team_id must be defined",
            refused.Text("error"));
    }

    [Fact]
    public async Task Does_the_documents_own_update()
    {
        using var stack = await StackAsync();
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
        using var stack = await StackAsync();
        var created = await CreateAsync(stack);

        var updated = await stack.PatchAsync(
            $"/user-api-keys/{created.Text("id")}?user_id={created.Text("user_id")}", """{"description":"Other","revoked":true}""");

        Assert.Equal(("Other", Now), (updated.Text("description"), updated["manually_revoked_at_millis"].GetInt64()));
        Assert.Equal("REVOKED", await VerifyAsync(created));
    }

    [Fact]
    public async Task Names_the_request_whose_update_is_at_fault()
    {
        using var stack = await StackAsync();
        var path = $"/user-api-keys/{(await CreateAsync(stack)).Text("id")}";

        AssertSchemaError(await stack.PatchAsync(path, """{"description":null}"""), $"PATCH /api/v1{path}", "body.description");
        AssertError(await stack.PatchAsync(path, """{"description":Other}"""), HttpStatusCode.BadRequest, "BODY_PARSING_ERROR");
    }

    [Fact]
    public async Task Revokes_one_way()
    {
        using var stack = await StackAsync();
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
        using var all = await StackAsync();
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

    [Fact]
    public async Task Knows_a_key_by_its_own_type_and_owner_alone()
    {
        using var stack = await StackAsync();
        var key = await CreateAsync(stack);
        var unowned = await served.CreateAsync(A.Settings());
        var unknown = new[]
        {
            $"/user-api-keys/{key.Text("id")}?user_id={await AddOwnerAsync(stack)}",
            $"/team-api-keys/{key.Text("id")}?team_id={key.Text("user_id")}",
            $"/user-api-keys/{unowned.Id.Value}",
            $"/user-api-keys/{Guid.NewGuid()}",
            "/user-api-keys/nothing",
            "/user-api-keys/a%2Fb",
        };

        foreach (var path in unknown)
        {
            AssertError(await stack.GetAsync(path), HttpStatusCode.NotFound, "API_KEY_NOT_FOUND");
            AssertError(await stack.PatchAsync(path, """{"revoked":true}"""), HttpStatusCode.NotFound, "API_KEY_NOT_FOUND");
        }

        AssertSchemaError(
            await stack.GetAsync($"/team-api-keys/{key.Text("id")}"),
            $"GET /api/v1/team-api-keys/{key.Text("id")}",
            "query.team_id must be defined");
        Assert.Equal("VALID", await VerifyAsync(key));
    }

    [Fact]
    public async Task Checks_in_Stacks_order()
    {
        using var stack = await StackAsync();
        var (team, expired, revoked) = (
            await CreateAsync(stack, "team"),
            await CreateAsync(stack, expiresAt: "1000"),
            await CreateAsync(stack, expiresAt: "1000"));
        await stack.PatchAsync($"/user-api-keys/{revoked.Text("id")}", """{"revoked":true}""");
        var good = await CreateAsync(stack);

        AssertError(await CheckAsync(stack, "user", "sk_nothing"), HttpStatusCode.NotFound, "API_KEY_NOT_FOUND");
        AssertError(
            await CheckAsync(stack, "user", (await served.CreateAsync(A.Settings())).Secret.Reveal()),
            HttpStatusCode.NotFound,
            "API_KEY_NOT_FOUND");
        AssertError(await CheckAsync(stack, "user", revoked.Text("value")!), HttpStatusCode.Unauthorized, "API_KEY_REVOKED");
        AssertError(await CheckAsync(stack, "user", expired.Text("value")!), HttpStatusCode.Unauthorized, "API_KEY_EXPIRED");
        var wrong = await CheckAsync(stack, "team", revoked.Text("value")!);
        AssertError(wrong, HttpStatusCode.BadRequest, "WRONG_API_KEY_TYPE");
        Assert.Equal("""{"expected_type":"team","actual_type":"user"}""", wrong["details"].GetRawText());
        Assert.Equal(
            (HttpStatusCode.OK, good.Text("id")),
            ((await CheckAsync(stack, "user", good.Text("value")!)).Status, (await CheckAsync(stack, "user", good.Text("value")!)).Text("id")));
        Assert.Equal(team.Text("team_id"), (await CheckAsync(stack, "team", team.Text("value")!)).Text("team_id"));
    }

    [Theory]
    [InlineData("{}", "SCHEMA_ERROR")]
    [InlineData("""{"api_key":7}""", "SCHEMA_ERROR")]
    [InlineData("[]", "BODY_PARSING_ERROR")]
    [InlineData("{", "BODY_PARSING_ERROR")]
    public async Task Checks_nothing_that_is_no_key(string body, string code)
    {
        using var stack = await StackAsync();

        AssertError(await stack.PostAsync("/user-api-keys/check", body), HttpStatusCode.BadRequest, code);
    }

    private static void AssertError(VendorAnswer answer, HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (answer.Status, answer.Text("code")));
        Assert.NotEqual("", answer.Text("error"));
        Assert.Equal([code, code], answer.KnownErrors);
    }

    private static void AssertSchemaError(VendorAnswer answer, string request, string reason)
    {
        AssertError(answer, HttpStatusCode.BadRequest, "SCHEMA_ERROR");
        Assert.Equal(answer.Text("error"), answer["details"].GetProperty("message").GetString());
        Assert.StartsWith($"Request validation failed on {request}:\n  - {reason}", answer.Text("error"), StringComparison.Ordinal);
    }

    private static async Task<string> AddOwnerAsync(VendorClient stack, string type = "user") =>
        (await stack.PostAsync($"/{type}s", """{"display_name":"Ada"}""")).Text("id")!;

    private static async Task<VendorAnswer> CreateAsync(VendorClient stack, string type = "user", string? owner = null, string expiresAt = "null") =>
        await stack.PostAsync(
            $"/{type}-api-keys",
            $$"""{"description":"Billing","expires_at_millis":{{expiresAt}},"{{type}}_id":"{{owner ?? await AddOwnerAsync(stack, type)}}"}""");

    private static Task<VendorAnswer> CheckAsync(VendorClient stack, string type, string secret) =>
        stack.PostAsync($"/{type}-api-keys/check", $$"""{"api_key":"{{secret}}"}""");

    private Task<VendorClient> StackAsync() => served.VendorAsync("/stack/api/v1", ManagementScopes.All);

    private Task<KeyDetails> DetailsAsync(VendorAnswer key) => served.Console.DetailsAsync(new(served.Acme, new(Guid.Parse(key.Text("id")!))));

    private async Task<string> VerifyAsync(VendorAnswer created) =>
        (await (await served.VerifyAsync($$"""{"secret":"{{created.Text("value")}}"}""")).ReadJsonAsync()).Code();
}
