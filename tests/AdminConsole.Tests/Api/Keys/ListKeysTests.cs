using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class ListKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Follows_the_links_to_every_key_once()
    {
        using var client = await CallerOfAsync(5);

        List<string> names = [];
        for (var next = "/api/v1/keys?q=job&sort=name&dir=asc&limit=2"; next is not null;)
        {
            var page = await client.GetAsync(next);
            names.AddRange(Names(await page.ReadJsonAsync()));
            next = Next(page);
        }

        Assert.Equal(["job 1", "job 2", "job 3", "job 4", "job 5"], names);
    }

    [Fact]
    public async Task Shows_no_key_of_another_organization()
    {
        await served.CreateAsync(A.Settings("ours"));
        using var client = await CallerOfAsync(1);

        Assert.DoesNotContain("ours", Names(await (await client.GetAsync("/api/v1/keys")).ReadJsonAsync()));
    }

    [Theory]
    [InlineData("q=job%202", "job 2")]
    [InlineData("tag=t3", "job 3")]
    [InlineData("scope=job:1", "job 1")]
    [InlineData("status=active,revoked&q=job%203", "job 3")]
    [InlineData("status=revoked", "")]
    public async Task Filters_as_the_page_does(string query, string expected)
    {
        using var client = await CallerOfAsync(3);

        var page = await (await client.GetAsync($"/api/v1/keys?{query}")).ReadJsonAsync();

        Assert.Equal(expected, string.Join(',', Names(page)));
    }

    [Fact]
    public async Task Keys_that_expire_soon_are_active_too()
    {
        var organization = await served.Console.CreateOrganizationAsync($"org-{Guid.NewGuid():n}");
        var soon = served.Console.Get<TimeProvider>().GetUtcNow().AddDays(3);
        await served.CreateAsync(A.Settings("expiring") with { ExpiresAt = soon }, organization: organization);
        using var client = await CallerAsync(organization);

        var active = await (await client.GetAsync("/api/v1/keys?status=active&q=expiring")).ReadJsonAsync();
        var expiring = await (await client.GetAsync("/api/v1/keys?status=expiring&q=expiring")).ReadJsonAsync();

        Assert.Equal(["expiring"], Names(active));
        Assert.Equal(["expiring"], Names(expiring));
    }

    [Theory]
    [InlineData("limit=0", "/limit")]
    [InlineData("limit=101", "/limit")]
    [InlineData("limit=many", "/limit")]
    [InlineData("status=gone", "/status")]
    [InlineData("status=0", "/status")]
    [InlineData("sort=size", "/sort")]
    [InlineData("dir=up", "/dir")]
    [InlineData("owner=me", "/owner")]
    [InlineData("project=key_1", "/project")]
    [InlineData("cursor=x", "/cursor")]
    [InlineData("stauts=revoked", "/stauts")]
    [InlineData("tag=a&tag=b", "/tag")]
    public async Task Refuses_a_parameter_that_it_does_not_understand(string query, string expected)
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var problem = await (await client.GetAsync($"/api/v1/keys?{query}")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal([expected], problem.Pointers());
    }

    [Fact]
    public async Task Refuses_a_search_that_is_too_long_by_the_name_of_its_parameter()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var problem = await (await client.GetAsync($"/api/v1/keys?q={new string('x', 101)}")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(["/q"], problem.Pointers());
    }

    [Fact]
    public async Task Refuses_a_cursor_of_another_order()
    {
        using var client = await CallerOfAsync(2);
        var cursor = (await (await client.GetAsync("/api/v1/keys?sort=name&limit=1")).ReadJsonAsync()).GetProperty("nextCursor").GetString();

        var problem = await (await client.GetAsync($"/api/v1/keys?sort=updated&cursor={cursor}")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("cursor.invalid", problem.Code());
    }

    /// <summary>A program of an organization of its own, which has this many keys: “job 1” and so on.</summary>
    private async Task<HttpClient> CallerOfAsync(int keys)
    {
        var organization = await served.Console.CreateOrganizationAsync($"org-{Guid.NewGuid():n}");
        for (var number = 1; number <= keys; number++)
        {
            await served.CreateAsync(A.Settings($"job {number}", $"job:{number}") with { Tags = [$"t{number}"] }, organization: organization);
        }

        return await CallerAsync(organization);
    }

    private async Task<HttpClient> CallerAsync(Id<Organization> organization)
    {
        var key = await served.CreateAsync(new() { Name = "gateway", Scopes = [ManagementScopes.ReadKeys] }, KeyKind.Management, organization);
        return served.Client(key.Secret.Reveal());
    }

    private static IReadOnlyList<string> Names(System.Text.Json.JsonElement page) =>
        [.. page.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("name").GetString()!)];

    private static string? Next(HttpResponseMessage page) =>
        page.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
}
