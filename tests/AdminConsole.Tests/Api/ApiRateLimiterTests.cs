using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Tests.Api;

public sealed class ApiRateLimiterTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Tells_a_caller_where_it_stands()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var first = await client.SendAsync("GET", "/keys");
        var second = await client.SendAsync("GET", "/keys/nothing");

        Assert.Equal("\"key\";q=600;w=60", Assert.Single(first.Headers.GetValues("RateLimit-Policy")));
        Assert.StartsWith("\"key\";r=599;t=", Assert.Single(first.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
        Assert.StartsWith("\"key\";r=598;t=", Assert.Single(second.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_up_a_key_that_has_spent_it_until_the_minute_ends_and_no_other()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys, ManagementScopes.VerifyKeys);
        using var other = await served.ClientAsync(ManagementScopes.ReadKeys);
        for (var request = 0; request < ApiOptions.Default.RequestsPerMinute; request++)
        {
            (await client.SendAsync("GET", "/keys/nothing")).Dispose();
        }

        var heldUp = await client.SendAsync("GET", "/keys");
        var verified = await ServedConsole.VerifyAsync(client, """{"secret":"x"}""");
        var others = await other.SendAsync("GET", "/keys");
        await served.PassAsync(heldUp.Headers.RetryAfter!.Delta!.Value);
        var later = await client.SendAsync("GET", "/keys");

        Assert.Equal("requests.throttled", (await heldUp.AssertProblemAsync(HttpStatusCode.TooManyRequests)).Code());
        Assert.StartsWith("\"key\";r=0;t=", Assert.Single(heldUp.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (verified.StatusCode, others.StatusCode, later.StatusCode));
    }

    [Fact]
    public async Task Tells_nothing_to_a_caller_that_is_not_let_in()
    {
        using var stranger = served.Client("guess");

        Assert.DoesNotContain(
            (await stranger.SendAsync("GET", "/keys")).Headers,
            header => header.Key.StartsWith("RateLimit", StringComparison.Ordinal));
    }
}
