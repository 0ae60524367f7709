using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class KeyUsageTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Shows_when_from_where_for_what_and_how_it_ended()
    {
        var key = await served.CreateAsync(A.Settings("billing", "vm:read", "vm:write"));
        await VerifyAsync(key, "vm:read", "10.1.2.3");
        await VerifyAsync(key, "vm:delete", "10.9.9.9");
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var usage = await (await client.GetAsync($"/api/v1/keys/{key.Id}/usage")).ReadJsonAsync();

        Assert.Equal(served.App.Clock.Now, usage.GetProperty("lastUsedAt").GetDateTimeOffset());
        Assert.Equal("10.1.2.3", usage.GetProperty("lastUsedIp").GetString());
        Assert.Equal(
            ["SCOPE_MISSING 1", "VALID 1"],
            usage.GetProperty("outcomes").EnumerateArray().Select(outcome => $"{outcome.Code()} {outcome.GetProperty("count")}").Order());
        Assert.Equal(
            ["10.1.2.3 1 0", "10.9.9.9 0 1"],
            usage.GetProperty("addresses").EnumerateArray()
                .Select(address => $"{address.GetProperty("address")} {address.GetProperty("allowed")} {address.GetProperty("refused")}").Order());
        Assert.Equal("vm:read", Assert.Single(usage.GetProperty("scopes").EnumerateArray()).GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Counts_within_the_days_asked_for()
    {
        var key = await served.CreateAsync(A.Settings("billing", "vm:read"));
        await VerifyAsync(key, "vm:read", "10.1.2.3");
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var before = await (await client.GetAsync($"/api/v1/keys/{key.Id}/usage?until=2026-01-31")).ReadJsonAsync();
        var always = await (await client.GetAsync($"/api/v1/keys/{key.Id}/usage?from=0001-01-01&until=9999-12-31")).ReadJsonAsync();

        Assert.Empty(before.GetProperty("outcomes").EnumerateArray());
        Assert.Single(always.GetProperty("outcomes").EnumerateArray());
    }

    [Theory]
    [InlineData("from=yesterday", "/from")]
    [InlineData("until=2026-02-30", "/until")]
    [InlineData("days=3", "/days")]
    public async Task Refuses_a_parameter_that_it_does_not_understand(string query, string expected)
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var problem = await (await client.GetAsync($"/api/v1/keys/{key.Id}/usage?{query}")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal([expected], problem.Pointers());
    }

    private Task<HttpResponseMessage> VerifyAsync(CreatedKey key, string scope, string address) =>
        served.VerifyAsync($$"""{"secret":"{{key.Secret.Reveal()}}","scopes":["{{scope}}"],"clientIp":"{{address}}"}""");
}
