using System.Net;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class RotateKeyApiTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Rotating_answers_the_successor_with_its_secret()
    {
        var old = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys, ManagementScopes.ReadKeys);

        var rotated = await PostAsync(client, $"{old.Id}/rotate", """{"overlapSeconds":0}""");

        Assert.Equal(HttpStatusCode.Created, rotated.StatusCode);
        Assert.Equal("\"1\"", rotated.Headers.ETag?.ToString());
        var successor = await (await client.GetAsync(rotated.Headers.Location)).ReadJsonAsync();
        Assert.Equal(old.Id.ToString(), successor.GetProperty("replaces").GetString());
        var before = await (await client.GetAsync($"/api/v1/keys/{old.Id}")).ReadJsonAsync();
        Assert.Equal(successor.GetProperty("id").GetString(), before.GetProperty("replacedBy").GetString());
        Assert.Equal("EXPIRED", await VerifyAsync(old.Secret.Reveal()));
        Assert.Equal("VALID", await VerifyAsync((await rotated.ReadJsonAsync()).GetProperty("secret").GetString()!));
    }

    [Fact]
    public async Task The_overlap_is_a_day_unless_another_is_asked_for()
    {
        var old = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys, ManagementScopes.ReadKeys);

        await PostAsync(client, $"{old.Id}/rotate", "{}");

        var ends = (await (await client.GetAsync($"/api/v1/keys/{old.Id}")).ReadJsonAsync()).GetProperty("expiresAt").GetDateTimeOffset();
        Assert.Equal(served.App.Clock.Now.AddDays(1), ends);
    }

    [Fact]
    public async Task Duplicating_answers_the_copy_with_its_secret()
    {
        var source = await served.CreateAsync(A.Settings("billing"));
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var copy = await (await PostAsync(client, $"{source.Id}/duplicate", "{}")).ReadJsonAsync();

        Assert.Equal("billing copy", copy.GetProperty("name").GetString());
        Assert.Equal("VALID", await VerifyAsync(copy.GetProperty("secret").GetString()!));
        Assert.Equal("VALID", await VerifyAsync(source.Secret.Reveal()));
    }

    [Theory]
    [InlineData("rotate", """{"expiresAt":"2027-01-01T00:00:00Z"}""")]
    [InlineData("duplicate", """{"name":"other"}""")]
    [InlineData("duplicate", """{"expiresAt":"2027-01-01T00:00:00Z"}""")]
    public async Task A_repetition_makes_no_second_key_and_another_wish_is_refused(string action, string other)
    {
        var source = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);
        var name = $"{action}-{source.Id}";

        var first = await (await PostAsync(client, $"{source.Id}/{action}", "{}", name)).ReadJsonAsync();
        var again = await (await PostAsync(client, $"{source.Id}/{action}", "{}", name)).ReadJsonAsync();
        var refused = await PostAsync(client, $"{source.Id}/{action}", other, name);

        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.DoesNotContain("secret", again.Members());
        Assert.Equal("idempotency_key.reused", (await refused.AssertProblemAsync(HttpStatusCode.UnprocessableEntity)).Code());
    }

    [Theory]
    [InlineData("rotate", """{"overlapSeconds":-1}""", "/overlapSeconds")]
    [InlineData("rotate", """{"overlapSeconds":2592001}""", "/overlapSeconds")]
    [InlineData("rotate", """{"overlapSeconds":1.5}""", "/overlapSeconds")]
    [InlineData("rotate", """{"expiresAt":"2020-01-01T00:00:00Z"}""", "/expiresAt")]
    [InlineData("rotate", """{"name":"x"}""", "/name")]
    [InlineData("duplicate", """{"name":""}""", "/name")]
    [InlineData("duplicate", """{"scopes":["x"]}""", "/scopes")]
    public async Task Names_the_field_at_fault(string action, string body, string field)
    {
        var source = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys);

        var problem = await (await PostAsync(client, $"{source.Id}/{action}", body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Pointers());
    }

    [Fact]
    public async Task Deletes_a_revoked_key_and_no_other()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.WriteKeys, ManagementScopes.ReadKeys);
        using var reader = await served.ClientAsync(ManagementScopes.ReadKeys);

        var refused = await client.DeleteAsync($"/api/v1/keys/{key.Id}");
        await served.Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(served.Acme), new(new(served.Acme, key.Id), RevocationReason.Leaked), CancellationToken.None);
        var forbidden = await reader.DeleteAsync($"/api/v1/keys/{key.Id}");
        var deleted = await client.DeleteAsync($"/api/v1/keys/{key.Id}");
        var again = await client.DeleteAsync($"/api/v1/keys/{key.Id}");

        Assert.Equal("key.not_revoked", (await refused.AssertProblemAsync(HttpStatusCode.Conflict)).Code());
        Assert.Equal("key.write_forbidden", (await forbidden.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("key.not_found", (await again.AssertProblemAsync(HttpStatusCode.NotFound)).Code());
    }

    private async Task<string> VerifyAsync(string secret) =>
        (await (await served.VerifyAsync($$"""{"secret":"{{secret}}"}""")).ReadJsonAsync()).Code();

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body, string? name = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/keys/{path}")
        {
            Content = ServedConsole.Json(Encoding.UTF8.GetBytes(body)),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", name is null ? [] : [name]);
        return await client.SendAsync(request);
    }
}
