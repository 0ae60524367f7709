using System.Net;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Vendors.StackAuth.StackSteps;

namespace AdminConsole.Tests.Vendors.StackAuth;

public sealed class StackKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly long Now = A.Monday.ToUnixTimeMilliseconds();

    public static TheoryData<string> Types => ["user", "team"];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Creates_a_key_and_shows_its_secret_this_once(string type)
    {
        using var stack = await served.StackAsync();
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
        using var stack = await served.StackAsync();

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
        using var stack = await served.StackAsync();

        var key = await CreateAsync(stack, expiresAt: given);

        Assert.Equal(HttpStatusCode.OK, key.Status);
        Assert.Equal(expected, key.Body.TryGetProperty("expires_at_millis", out var millis) ? millis.GetInt64() : null);
    }

    [Fact]
    public async Task Makes_keys_that_are_to_be_seen_in_a_format_of_their_own()
    {
        using var stack = await served.StackAsync();
        var owner = await AddOwnerAsync(stack);

        var key = await stack.PostAsync("/user-api-keys", $$"""{"description":"","expires_at_millis":null,"is_public":true,"user_id":"{{owner}}"}""");

        Assert.Matches("^pk_.*user3574ck4u7h[0-9a-f]{8}$", key.Text("value"));
        Assert.True(key["is_public"].GetBoolean());
        Assert.Equal(("", "Stack key"), (key.Text("description"), (await DetailsAsync(key)).Settings.Name));
    }

    [Fact]
    public async Task Names_the_key_in_the_console_after_the_first_line_of_its_description()
    {
        using var stack = await served.StackAsync();
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
        using var stack = await served.StackAsync();
        var owner = await AddOwnerAsync(stack);

        var refused = await stack.PostAsync("/user-api-keys", body.Replace("USER", owner, StringComparison.Ordinal));

        AssertSchemaError(refused, "POST /api/v1/user-api-keys", reason);
        Assert.Empty((await stack.GetAsync($"/user-api-keys?user_id={owner}"))["items"].EnumerateArray());
    }

    [Fact]
    public async Task Makes_no_key_for_an_owner_that_is_not_there_or_of_the_other_kind()
    {
        using var stack = await served.StackAsync();
        var (user, team) = (await AddOwnerAsync(stack), await AddOwnerAsync(stack, "team"));

        AssertError(await CreateAsync(stack, "user", team), HttpStatusCode.NotFound, "USER_NOT_FOUND");
        var noTeam = await CreateAsync(stack, "team", user);
        AssertError(noTeam, HttpStatusCode.NotFound, "TEAM_NOT_FOUND");
        Assert.Equal(user, noTeam["details"].GetProperty("team_id").GetString());
    }

    [Fact]
    public async Task Lists_all_keys_of_an_owner_the_newest_first_whatever_their_state()
    {
        using var stack = await served.StackAsync();
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
        using var stack = await served.StackAsync();

        var refused = await stack.GetAsync($"/{type}-api-keys");

        AssertError(refused, HttpStatusCode.BadRequest, "SCHEMA_ERROR");
        Assert.Equal(
            type == "user"
                ? "user_id is required for user API keys"
                : "Request validation failed on GET /api/v1/team-api-keys:\n  - query.team_id must be defined",
            refused.Text("error"));
    }

    private Task<KeyDetails> DetailsAsync(VendorAnswer key) => served.Console.DetailsAsync(new(served.Acme, new(Guid.Parse(key.Text("id")!))));
}
