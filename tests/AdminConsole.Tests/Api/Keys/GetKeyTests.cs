using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class GetKeyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Shows_a_key_with_its_version_as_the_ETag()
    {
        var key = await served.CreateAsync(A.Settings("billing", "vm:read") with { Claims = """{"plan":"pro"}""", AllowedCidrs = ["10.0.0.0/8"] });
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var answer = await client.GetAsync($"/api/v1/keys/{key.Id}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"1\"", answer.Headers.ETag?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var body = await answer.ReadJsonAsync();
        Assert.Equal(key.Id.ToString(), body.GetProperty("id").GetString());
        Assert.Equal("service", body.GetProperty("kind").GetString());
        Assert.Equal("active", body.GetProperty("status").GetString());
        Assert.Equal("billing", body.GetProperty("name").GetString());
        Assert.Equal("pro", body.GetProperty("claims").GetProperty("plan").GetString());
        Assert.Equal(["10.0.0.0/8"], body.GetProperty("allowedCidrs").EnumerateArray().Select(cidr => cidr.GetString()));
    }

    [Fact]
    public async Task Never_shows_the_secret()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var text = await client.GetStringAsync($"/api/v1/keys/{key.Id}");

        Assert.DoesNotContain(key.Secret.Reveal(), text, StringComparison.Ordinal);
        Assert.Contains(key.Secret.Hint, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key_0190a0b0c0d0e0f0a0b0c0d0e0f0a0b0")]
    [InlineData("nonsense")]
    [InlineData("key_")]
    [InlineData("%20")]
    [InlineData("..%2f..")]
    public async Task Says_the_same_of_whatever_is_no_key_of_the_organization(string id)
    {
        var globex = await served.Console.CreateOrganizationAsync($"globex-{Guid.NewGuid():n}");
        var foreign = await served.CreateAsync(A.Settings(), organization: globex);
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var missing = await (await client.GetAsync($"/api/v1/keys/{id}")).AssertProblemAsync(HttpStatusCode.NotFound);
        var others = await (await client.GetAsync($"/api/v1/keys/{foreign.Id}")).AssertProblemAsync(HttpStatusCode.NotFound);

        Assert.Equal(others.Code(), missing.Code());
        Assert.Equal(others.Title(), missing.Title());
        Assert.Equal("key.not_found", missing.Code());
    }

    [Fact]
    public async Task Asks_for_the_scope_before_it_looks()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.VerifyKeys);

        Assert.Equal(
            "key.read_forbidden",
            (await (await client.GetAsync($"/api/v1/keys/{key.Id}")).AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal(
            "key.read_forbidden",
            (await (await client.GetAsync("/api/v1/keys/nonsense")).AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal("key.read_forbidden", (await (await client.GetAsync("/api/v1/keys")).AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }

    [Fact]
    public async Task Shows_how_a_key_was_revoked()
    {
        var key = await served.CreateAsync(A.Settings());
        await served.Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(served.Acme), new(new(served.Acme, key.Id), RevocationReason.OwnerLeft, "gone"), CancellationToken.None);
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var body = await (await client.GetAsync($"/api/v1/keys/{key.Id}")).ReadJsonAsync();

        Assert.Equal("revoked", body.GetProperty("status").GetString());
        Assert.Equal("ownerLeft", body.GetProperty("revocation").GetProperty("reason").GetString());
        Assert.Equal("gone", body.GetProperty("revocation").GetProperty("comment").GetString());
    }
}
