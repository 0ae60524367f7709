using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.StackAuth;

/// <summary>Who gets in, by which headers, and the users and teams around the keys.</summary>
public sealed class StackAccessTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Teams = "/stack/api/v1/teams";

    [Theory]
    [InlineData("x-stack-", null, "secret-server-key")]
    [InlineData("x-stack-", "server", "secret-server-key")]
    [InlineData("x-hexclave-", "server", "secret-server-key")]
    [InlineData("X-Hexclave-", "admin", "super-secret-admin-key")]
    [InlineData("x-stack-", "admin", "secret-server-key")]
    public async Task Takes_the_headers_of_either_family(string family, string? access, string key)
    {
        using var stack = await ClientAsync(family, access, key);

        Assert.Equal(HttpStatusCode.OK, (await stack.GetAsync(Teams)).Status);
    }

    [Theory]
    [InlineData("x-stack-", "client", "secret-server-key", HttpStatusCode.Unauthorized, "INSUFFICIENT_ACCESS_TYPE")]
    [InlineData("x-hexclave-", "client", "publishable-client-key", HttpStatusCode.Unauthorized, "INSUFFICIENT_ACCESS_TYPE")]
    [InlineData("x-stack-", "server", "publishable-client-key", HttpStatusCode.Unauthorized, "SERVER_AUTHENTICATION_REQUIRED")]
    [InlineData("x-stack-", "server", "super-secret-admin-key", HttpStatusCode.Unauthorized, "SERVER_AUTHENTICATION_REQUIRED")]
    public async Task Lets_nobody_in_who_is_no_server(string family, string access, string key, HttpStatusCode status, string code)
    {
        using var stack = await ClientAsync(family, access, key);

        var refused = await stack.GetAsync(Teams);

        Assert.Equal((status, code), (refused.Status, refused.Text("code")));
        Assert.Equal([code, code], refused.KnownErrors);
    }

    [Fact]
    public async Task Names_the_project_in_the_refusal_of_a_wrong_key_or_project()
    {
        using var wrongKey = Client("x-stack-", $"{served.Acme.Value}", ("secret-server-key", "nothing"));
        using var wrongProject = Client("x-stack-", "11111111-1111-4111-8111-111111111111", ("secret-server-key", await SecretAsync()));
        using var noProject = Client("x-stack-", "", ("secret-server-key", await SecretAsync()));

        await AssertRefusedAsync(wrongKey, HttpStatusCode.Unauthorized, "INVALID_SECRET_SERVER_KEY", $"{served.Acme.Value}");
        await AssertRefusedAsync(wrongProject, HttpStatusCode.BadRequest, "CURRENT_PROJECT_NOT_FOUND", "11111111-1111-4111-8111-111111111111");
        await AssertRefusedAsync(noProject, HttpStatusCode.BadRequest, "CURRENT_PROJECT_NOT_FOUND", "");
    }

    [Fact]
    public async Task Adds_users_and_teams_as_owners_and_shows_them()
    {
        using var stack = await served.VendorAsync("/stack/api/latest", ManagementScopes.All);

        var user = await stack.PostAsync("/users", """{"display_name":"Ada","primary_email":"ada@example.com"}""");
        var byMail = await stack.PostAsync("/users", """{"primary_email":"bob@example.com"}""");
        var team = await stack.PostAsync("/teams", """{"display_name":"Deploy"}""");

        Assert.All([user, byMail, team], added => Assert.Equal(HttpStatusCode.Created, added.Status));
        Assert.Equal(("Ada", "bob@example.com", "Deploy"), (user.Text("display_name"), byMail.Text("display_name"), team.Text("display_name")));
        Assert.Equal(user.Body.GetRawText(), (await stack.GetAsync($"/users/{user.Text("id")}")).Body.GetRawText());
        Assert.Equal(team.Body.GetRawText(), (await stack.GetAsync($"/teams/{team.Text("id")}")).Body.GetRawText());
        Assert.Equal("""{"sign_up":{"bot":0,"free_trial_abuse":0}}""", user["risk_scores"].GetRawText());
        Assert.Equal(A.Monday.ToUnixTimeMilliseconds(), team["created_at_millis"].GetInt64());
        Assert.Contains(user.Text("id"), await IdsAsync(stack, "/users"));
        Assert.DoesNotContain(user.Text("id"), await IdsAsync(stack, "/teams"));
    }

    [Fact]
    public async Task Shows_an_owner_of_the_console_by_its_external_id()
    {
        await served.Console.AddOwnerAsync(served.Acme, "Payments");
        using var stack = await served.VendorAsync("/stack/api/v1", ManagementScopes.ReadKeys);

        Assert.Equal("Payments", (await stack.GetAsync("/teams/team_Payments")).Text("display_name"));
        Assert.Equal("USER_NOT_FOUND", (await stack.GetAsync("/users/team_Payments")).Text("code"));
        Assert.Equal("TEAM_NOT_FOUND", (await stack.GetAsync("/teams/nobody")).Text("code"));
    }

    [Fact]
    public async Task Lists_all_teams_or_page_by_page()
    {
        var globex = await served.Console.CreateOrganizationAsync($"globex-{Guid.NewGuid():n}");
        using var stack = new VendorClient((await served.ClientOfAsync(globex, ManagementScopes.All)).ShownToAllVendors(globex), "/stack/api/v1");
        for (var i = 0; i < 103; i++)
        {
            await served.Console.AddOwnerAsync(globex, $"{i:000}");
        }

        var first = await stack.GetAsync("/teams?limit=100");
        var second = await stack.GetAsync($"/teams?limit=100&cursor={first["pagination"].GetProperty("next_cursor").GetString()}");

        Assert.Equal(103, (await IdsAsync(stack, "/teams")).Count);
        Assert.Equal((100, 3), (first["items"].GetArrayLength(), second["items"].GetArrayLength()));
        Assert.Equal("", second["pagination"].GetProperty("next_cursor").ToString());
        Assert.Equal("SCHEMA_ERROR", (await stack.GetAsync("/teams?limit=0")).Text("code"));
        Assert.Equal("SCHEMA_ERROR", (await stack.GetAsync("/teams?limit=10&cursor=*")).Text("code"));
    }

    [Theory]
    [InlineData("/users", """{"display_name":"Ada","password":"secret"}""")]
    [InlineData("/users", """{"display_name":"\u202eAda"}""")]
    [InlineData("/teams", "{}")]
    [InlineData("/teams", """{"display_name":""}""")]
    public async Task Refuses_owners_at_fault(string path, string body)
    {
        using var stack = await served.VendorAsync("/stack/api/v1", ManagementScopes.All);

        var refused = await stack.PostAsync(path, body);

        Assert.Equal((HttpStatusCode.BadRequest, "SCHEMA_ERROR"), (refused.Status, refused.Text("code")));
    }

    private static async Task<IReadOnlyList<string?>> IdsAsync(VendorClient stack, string path) =>
        [.. (await stack.GetAsync(path))["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString())];

    private static async Task AssertRefusedAsync(VendorClient stack, HttpStatusCode status, string code, string project)
    {
        var refused = await stack.GetAsync(Teams);
        Assert.Equal((status, code, project), (refused.Status, refused.Text("code"), refused["details"].GetProperty("project_id").GetString()));
    }

    private async Task<VendorClient> ClientAsync(string family, string? access, string key) => access is null
        ? Client(family, $"{served.Acme.Value}", (key, await SecretAsync()))
        : Client(family, $"{served.Acme.Value}", (key, await SecretAsync()), ("access-type", access));

    private VendorClient Client(string family, string project, params (string Name, string Value)[] headers)
    {
        var http = served.Client();
        foreach (var (name, value) in headers.Append(("project-id", project)))
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(family + name, value);
        }

        return new(http, "");
    }

    private async Task<string> SecretAsync() => (await served.CreateManagementKeyAsync(ManagementScopes.All)).Secret.Reveal();
}
