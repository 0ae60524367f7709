using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class KeyVersionsTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Shows_each_version_with_what_it_changed_the_newest_first()
    {
        var key = await served.CreateAsync(A.Settings("before"));
        await served.Console.Get<EditKeyHandler>().EditAsync(
            A.Admin(served.Acme), new(new(served.Acme, key.Id), 1, new() { Name = "after" }), CancellationToken.None);
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var versions = (await (await client.GetAsync($"/api/v1/keys/{key.Id}/versions")).ReadJsonAsync()).GetProperty("versions");

        Assert.Equal([2, 1], versions.EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        Assert.Equal("Ada", versions[0].GetProperty("by").GetProperty("name").GetString());
        var change = Assert.Single(versions[0].GetProperty("changes").EnumerateArray());
        Assert.Equal("name", change.GetProperty("field").GetString());
        Assert.Equal("before", change.GetProperty("before")[0].GetString());
        Assert.Equal("after", change.GetProperty("after")[0].GetString());
    }

    [Theory]
    [InlineData("limit=0", "/limit")]
    [InlineData("limit=101", "/limit")]
    [InlineData("limit=-1", "/limit")]
    [InlineData("size=5", "/size")]
    public async Task Refuses_a_parameter_that_it_does_not_understand(string query, string expected)
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var problem = await (await client.GetAsync($"/api/v1/keys/{key.Id}/versions?{query}")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal([expected], problem.Pointers());
    }

    [Fact]
    public async Task Shows_at_most_as_many_as_asked_for()
    {
        var key = await served.CreateAsync(A.Settings());
        await served.Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(served.Acme), new(served.Acme, key.Id), CancellationToken.None);
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var versions = (await (await client.GetAsync($"/api/v1/keys/{key.Id}/versions?limit=1")).ReadJsonAsync()).GetProperty("versions");

        Assert.Equal("enabled", Assert.Single(versions.EnumerateArray()).GetProperty("changes")[0].GetProperty("field").GetString());
    }
}
