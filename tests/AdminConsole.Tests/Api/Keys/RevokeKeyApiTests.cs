using System.Net;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class RevokeKeyApiTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Theory]
    [InlineData("leaked")]
    [InlineData("rotated")]
    [InlineData("ownerLeft")]
    [InlineData("unused")]
    [InlineData("policy")]
    [InlineData("other")]
    public async Task Revokes_for_a_reason_at_once(string reason)
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.RevokeKeys, ManagementScopes.ReadKeys);

        var answer = await RevokeAsync(client, key.Id.ToString(), $$"""{"reason":"{{reason}}","comment":"found in a log"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"2\"", answer.Headers.ETag?.ToString());
        var revocation = (await answer.ReadJsonAsync()).GetProperty("revocation");
        Assert.Equal(reason, revocation.GetProperty("reason").GetString());
        Assert.Equal("found in a log", revocation.GetProperty("comment").GetString());
        var verified = await served.VerifyAsync($$"""{"secret":"{{key.Secret.Reveal()}}"}""");
        Assert.Equal("REVOKED", (await verified.ReadJsonAsync()).Code());
    }

    [Theory]
    [InlineData("{}", "/reason")]
    [InlineData("""{"reason":null}""", "/reason")]
    [InlineData("""{"reason":"stolen"}""", "/reason")]
    [InlineData("""{"reason":"Leaked"}""", "/reason")]
    [InlineData("""{"reason":"0"}""", "/reason")]
    [InlineData("""{"reason":99}""", "/reason")]
    [InlineData("""{"reason":"other"}""", "/comment")]
    [InlineData("""{"reason":"leaked","why":"x"}""", "/why")]
    public async Task Refuses_a_reason_that_it_does_not_know(string body, string expected)
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.RevokeKeys);

        var problem = await (await RevokeAsync(client, key.Id.ToString(), body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal([expected], problem.Pointers());
        Assert.Null((await served.Console.DetailsAsync(new(served.Acme, key.Id))).Revocation);
    }

    [Fact]
    public async Task Names_the_reasons_that_there_are()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.RevokeKeys);

        var problem = await (await RevokeAsync(client, key.Id.ToString(), """{"reason":"stolen"}""")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("Choose one of leaked, rotated, ownerLeft, unused, policy, other.", problem.Title());
    }

    [Fact]
    public async Task Revoking_again_changes_nothing()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.RevokeKeys);

        await RevokeAsync(client, key.Id.ToString(), """{"reason":"leaked"}""");
        var again = await RevokeAsync(client, key.Id.ToString(), """{"reason":"unused"}""");

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal("\"2\"", again.Headers.ETag?.ToString());
        Assert.Equal(RevocationReason.Leaked, (await served.Console.DetailsAsync(new(served.Acme, key.Id))).Revocation?.Reason);
    }

    [Fact]
    public async Task Asks_for_the_scope()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys, ManagementScopes.WriteKeys);

        var refused = await RevokeAsync(client, key.Id.ToString(), """{"reason":"leaked"}""");

        Assert.Equal("key.revoke_forbidden", (await refused.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }

    private static async Task<HttpResponseMessage> RevokeAsync(HttpClient client, string key, string body)
    {
        using var content = ServedConsole.Json(Encoding.UTF8.GetBytes(body));
        return await client.PostAsync($"/api/v1/keys/{key}/revoke", content);
    }
}
