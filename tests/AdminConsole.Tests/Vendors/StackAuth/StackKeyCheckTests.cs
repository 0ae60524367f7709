using System.Net;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Vendors.StackAuth.StackSteps;

namespace AdminConsole.Tests.Vendors.StackAuth;

public sealed class StackKeyCheckTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Knows_a_key_by_its_own_type_and_owner_alone()
    {
        using var stack = await served.StackAsync();
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
        using var stack = await served.StackAsync();
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
        using var stack = await served.StackAsync();

        AssertError(await stack.PostAsync("/user-api-keys/check", body), HttpStatusCode.BadRequest, code);
    }

    private static Task<VendorAnswer> CheckAsync(VendorClient stack, string type, string secret) =>
        stack.PostAsync($"/{type}-api-keys/check", $$"""{"api_key":"{{secret}}"}""");

    private async Task<string> VerifyAsync(VendorAnswer created) =>
        (await (await served.VerifyAsync($$"""{"secret":"{{created.Text("value")}}"}""")).ReadJsonAsync()).Code();
}
