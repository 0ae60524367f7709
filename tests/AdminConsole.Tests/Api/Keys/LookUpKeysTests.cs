using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class LookUpKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Theory]
    [InlineData("{0}", 1)]
    [InlineData("Authorization: Bearer {0} leaked", 1)]
    [InlineData("{1}", 0)]
    public async Task Finds_a_key_by_its_secret_or_its_hint(string text, int secretsSeen)
    {
        var key = await served.CreateAsync(A.Settings("billing"));
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var answer = await LookUpAsync(client, string.Format(CultureInfo.InvariantCulture, text, key.Secret.Reveal(), key.Secret.Hint));

        var found = await answer.ReadJsonAsync();
        Assert.Equal(secretsSeen, found.GetProperty("secretsSeen").GetInt32());
        Assert.Contains(key.Id.ToString(), found.GetProperty("keys").EnumerateArray().Select(match => match.GetProperty("id").GetString()));
        Assert.DoesNotContain(key.Secret.Reveal(), found.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_no_key_of_another_organization()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        var key = await served.CreateAsync(A.Settings(), organization: globex);
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var found = await (await LookUpAsync(client, key.Secret.Reveal())).ReadJsonAsync();

        Assert.Empty(found.GetProperty("keys").EnumerateArray());
        Assert.Equal(1, found.GetProperty("secretsSeen").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of use here")]
    public async Task Refuses_a_text_without_a_secret(string text)
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var problem = await (await LookUpAsync(client, text)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(["/text"], problem.Pointers());
    }

    [Fact]
    public async Task Asks_for_the_scope()
    {
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        Assert.Equal("key.find_forbidden", (await (await LookUpAsync(client, "abcd")).AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }

    private static async Task<HttpResponseMessage> LookUpAsync(HttpClient client, string text)
    {
        using var content = ServedConsole.Json(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { text })));
        return await client.PostAsync("/api/v1/keys/lookup", content);
    }
}
