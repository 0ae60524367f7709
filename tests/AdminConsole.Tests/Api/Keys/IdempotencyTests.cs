using System.Net;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class IdempotencyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Wish = """{"name":"billing","scopes":["vm:read"]}""";

    [Fact]
    public async Task A_repetition_gets_the_same_answer_without_the_secret()
    {
        using var client = await CallerAsync(served.Acme);

        var first = await CreateAsync(client, "order-1", Wish);
        var again = await CreateAsync(client, "order-1", Wish);

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        var (created, repeated) = (await first.ReadJsonAsync(), await again.ReadJsonAsync());
        Assert.Equal(created.Members().Except(["secret"]), repeated.Members());
        Assert.All(repeated.Members(), member => Assert.Equal(created.GetProperty(member).GetRawText(), repeated.GetProperty(member).GetRawText()));
    }

    [Fact]
    public async Task Another_body_under_the_same_name_is_refused()
    {
        using var client = await CallerAsync(served.Acme);
        await CreateAsync(client, "order-2", Wish);

        var refused = await CreateAsync(client, "order-2", """{"name":"billing","scopes":["vm:write"]}""");

        Assert.Equal("idempotency_key.reused", (await refused.AssertProblemAsync(HttpStatusCode.UnprocessableEntity)).Code());
    }

    [Fact]
    public async Task Twenty_at_once_make_one_key_and_one_of_them_gets_its_secret()
    {
        var organization = await served.Console.CreateOrganizationAsync("busy");
        using var client = await CallerAsync(organization);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CreateAsync(client, "order-3", Wish)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.ReadJsonAsync()));
        Assert.Single(bodies.Select(body => body.GetProperty("id").GetString()).Distinct());
        Assert.Single(bodies, body => body.Members().Contains("secret"));
        var list = await served.Console.Get<KeyQueries>().ListAsync(Actor.System, new(organization) { Search = "billing" }, CancellationToken.None);
        Assert.Single(list.Value.Keys);
    }

    [Fact]
    public async Task Organizations_do_not_share_their_names_for_requests()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        using var ours = await CallerAsync(served.Acme);
        using var theirs = await CallerAsync(globex);

        var first = await (await CreateAsync(ours, "order-4", Wish)).ReadJsonAsync();
        var other = await (await CreateAsync(theirs, "order-4", Wish)).ReadJsonAsync();

        Assert.NotEqual(first.GetProperty("id").GetString(), other.GetProperty("id").GetString());
        Assert.Contains("secret", other.Members());
    }

    [Fact]
    public async Task A_request_that_was_refused_may_be_mended()
    {
        using var client = await CallerAsync(served.Acme);
        await (await CreateAsync(client, "order-5", """{"name":""}""")).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Contains("secret", (await (await CreateAsync(client, "order-5", Wish)).ReadJsonAsync()).Members());
    }

    [Fact]
    public async Task After_a_day_it_is_a_new_request()
    {
        using var client = await CallerAsync(served.Acme);
        var first = await (await CreateAsync(client, "order-6", Wish)).ReadJsonAsync();

        served.App.Clock.Now = served.App.Clock.Now.AddHours(24);
        var later = await (await CreateAsync(client, "order-6", Wish)).ReadJsonAsync();

        Assert.NotEqual(first.GetProperty("id").GetString(), later.GetProperty("id").GetString());
        Assert.Contains("secret", later.Members());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData(null)]
    public async Task Refuses_a_name_that_is_none(string? name)
    {
        using var client = await CallerAsync(served.Acme);

        var refused = await CreateAsync(client, name ?? new('x', 256), Wish);

        Assert.Equal("idempotency_key.malformed", (await refused.AssertProblemAsync(HttpStatusCode.BadRequest)).Code());
    }

    private async Task<HttpClient> CallerAsync(Id<Organization> organization)
    {
        var key = await served.CreateAsync(new() { Name = "gateway", Scopes = [ManagementScopes.WriteKeys] }, KeyKind.Management, organization);
        return served.Client(key.Secret.Reveal());
    }

    private static async Task<HttpResponseMessage> CreateAsync(HttpClient client, string name, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/keys") { Content = ServedConsole.Json(Encoding.UTF8.GetBytes(body)) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", name);
        return await client.SendAsync(request);
    }
}
