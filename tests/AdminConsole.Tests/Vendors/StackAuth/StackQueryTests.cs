using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.StackAuth;

/// <summary>What the queries of Stack's lists ask for: programs decide access by whether a team is in the list of a user's.</summary>
public sealed class StackQueryTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task A_users_teams_are_those_that_the_user_made_and_no_others()
    {
        using var stack = await StackAsync();
        var (ada, bob) = (await AddAsync(stack, "users", "Ada"), await AddAsync(stack, "users", "Bob"));
        var own = (await stack.PostAsync("/teams", $$"""{"display_name":"Deploy","creator_user_id":"{{ada}}"}""")).Text("id")!;
        await AddAsync(stack, "teams", "Of nobody");

        Assert.Equal([own], await IdsAsync(stack, $"/teams?user_id={ada}"));
        Assert.Empty(await IdsAsync(stack, $"/teams?user_id={bob}"));
        Assert.Empty(await IdsAsync(stack, $"/teams?user_id={Guid.NewGuid()}"));
        Assert.Equal([ada], await IdsAsync(stack, $"/users?team_id={own}"));
        Assert.Empty(await IdsAsync(stack, $"/users?team_id={Guid.NewGuid()}"));
        Assert.Empty(await IdsAsync(stack, $"/users?team_id={own}&only_anonymous=true&include_anonymous=true"));
    }

    [Fact]
    public async Task No_team_is_made_for_a_user_that_there_is_none_of()
    {
        using var stack = await StackAsync();
        var team = await AddAsync(stack, "teams", "Deploy");

        var refused = await stack.PostAsync("/teams", $$"""{"display_name":"Other","creator_user_id":"{{team}}"}""");

        Assert.Equal((HttpStatusCode.NotFound, "USER_NOT_FOUND"), (refused.Status, refused.Text("code")));
    }

    [Theory]
    [InlineData("КЛЮЧ", "Мой ключ")]
    [InlineData("LOVELACE", "Ada Lovelace")]
    [InlineData("e\u0301clair", "Éclair")]
    public async Task A_query_finds_users_by_a_part_of_their_name(string query, string name)
    {
        using var stack = await StackAsync();
        var user = await AddAsync(stack, "users", name);
        await AddAsync(stack, "users", "Somebody else");

        Assert.Contains(user, await IdsAsync(stack, $"/users?query={Uri.EscapeDataString(query)}"));
        Assert.All((await stack.GetAsync($"/users?query={Uri.EscapeDataString(query)}"))["items"].EnumerateArray(),
            item => Assert.Equal(name, item.GetProperty("display_name").GetString()));
        Assert.Equal([user], await IdsAsync(stack, $"/users?query={user}"));
    }

    [Fact]
    public async Task Lists_are_in_the_order_of_creation_or_the_other_way_around_page_by_page()
    {
        using var stack = await StackAsync();
        var team = (await stack.PostAsync("/teams", """{"display_name":"Order 1"}""")).Text("id")!;
        served.App.Clock.Pass(TimeSpan.FromSeconds(1));
        var later = (await stack.PostAsync("/teams", """{"display_name":"Order 2"}""")).Text("id")!;

        Assert.Equal([team, later], await IdsAsync(stack, "/teams?query=order&order_by=created_at&desc=false"));
        Assert.Equal([later, team], await IdsAsync(stack, "/teams?query=order&desc=true"));
        const string Page = "/teams?query=order&desc=true&limit=1";
        var next = (await stack.GetAsync(Page))["pagination"].GetProperty("next_cursor").GetString();
        Assert.Equal([team], await IdsAsync(stack, $"{Page}&cursor={next}"));
    }

    [Theory]
    [InlineData("GET", "/users?team=x&colour=red", "team, colour")]
    [InlineData("GET", "/teams?team_id=x", "team_id")]
    [InlineData("GET", "/users/nobody?team_id=x", "team_id")]
    [InlineData("GET", "/user-api-keys?user_id=x&team_id=y", "team_id")]
    [InlineData("GET", "/team-api-keys/x?team_id=x&limit=1", "limit")]
    [InlineData("PATCH", "/user-api-keys/x?owner=x", "owner")]
    [InlineData("POST", "/user-api-keys?dry_run=true", "dry_run")]
    [InlineData("POST", "/user-api-keys/check?user_id=x", "user_id")]
    [InlineData("POST", "/users?limit=1", "limit")]
    [InlineData("POST", "/teams?user_id=x", "user_id")]
    public async Task An_unknown_parameter_is_refused_on_every_route(string method, string path, string names)
    {
        using var stack = await StackAsync();

        var refused = await stack.SendAsync(method, path, method == "GET" ? null : "{}");

        Assert.Equal((HttpStatusCode.BadRequest, "SCHEMA_ERROR"), (refused.Status, refused.Text("code")));
        Assert.Equal(
            $"Request validation failed on {method} /api/v1{path.Split('?')[0]}:\n  - query contains unknown properties: {names}",
            refused.Text("error"));
    }

    [Theory]
    [InlineData("/users?desc=1")]
    [InlineData("/users?order_by=name")]
    [InlineData("/teams?limit=0")]
    public async Task A_parameter_with_another_value_is_refused(string path)
    {
        using var stack = await StackAsync();

        Assert.Equal("SCHEMA_ERROR", (await stack.GetAsync(path)).Text("code"));
    }

    private Task<VendorClient> StackAsync() => served.VendorAsync("/stack/api/v1", ManagementScopes.All);

    private static async Task<string> AddAsync(VendorClient stack, string list, string name) =>
        (await stack.PostAsync($"/{list}", $$"""{"display_name":"{{name}}"}""")).Text("id")!;

    private static async Task<IReadOnlyList<string?>> IdsAsync(VendorClient stack, string path) =>
        [.. (await stack.GetAsync(path))["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString())];
}
