using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class SwitchKeyApiTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Switches_a_key_off_and_on_without_a_version()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys, ManagementScopes.ReadKeys);

        var disabled = await client.PostAsync($"/api/v1/keys/{key.Id}/disable", null);
        var refused = await served.VerifyAsync($$"""{"secret":"{{key.Secret.Reveal()}}"}""");
        var enabled = await client.PostAsync($"/api/v1/keys/{key.Id}/enable", null);

        Assert.Equal("\"2\"", disabled.Headers.ETag?.ToString());
        Assert.Equal("disabled", (await disabled.ReadJsonAsync()).GetProperty("status").GetString());
        Assert.Equal("DISABLED", (await refused.ReadJsonAsync()).Code());
        Assert.Equal("\"3\"", enabled.Headers.ETag?.ToString());
        Assert.True((await enabled.ReadJsonAsync()).GetProperty("enabled").GetBoolean());
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("enable")]
    public async Task Refuses_what_cannot_be_switched(string action)
    {
        var key = await served.CreateAsync(A.Settings());
        var globex = await served.Console.CreateOrganizationAsync($"globex-{Guid.NewGuid():n}");
        var foreign = await served.CreateAsync(A.Settings(), organization: globex);
        using var writer = await served.ClientAsync(ManagementScopes.WriteKeys);
        using var reader = await served.ClientAsync(ManagementScopes.ReadKeys);

        var forbidden = await reader.PostAsync($"/api/v1/keys/{key.Id}/{action}", null);
        await served.Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(served.Acme), new(new(served.Acme, key.Id), RevocationReason.Leaked), CancellationToken.None);
        var revoked = await writer.PostAsync($"/api/v1/keys/{key.Id}/{action}", null);
        var unknown = await writer.PostAsync($"/api/v1/keys/{foreign.Id}/{action}", null);

        Assert.Equal("key.write_forbidden", (await forbidden.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal("key.revoked", (await revoked.AssertProblemAsync(HttpStatusCode.Conflict)).Code());
        Assert.Equal("key.not_found", (await unknown.AssertProblemAsync(HttpStatusCode.NotFound)).Code());
    }
}
