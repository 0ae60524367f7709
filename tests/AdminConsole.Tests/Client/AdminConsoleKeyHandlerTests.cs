using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Client;

public sealed class AdminConsoleKeyHandlerTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly KeySettings Reader = A.Settings(scopes: ["vm:read"]);

    [Fact]
    public async Task Lets_a_key_in_and_tells_the_service_whose_it_is()
    {
        await using var service = await GuardedService.StartAsync(served);
        var owner = await served.Console.AddOwnerAsync(served.Acme);
        var key = await served.CreateAsync(
            Reader with { OwnerId = owner, Claims = """{"plan":"pro","scope":"vm:edit","seats":[1,2],"more":{"a":null}}""" });

        var answer = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            [
                $"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier={key.Id}",
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name=ci-deploy",
                "scope=vm:read",
                "owner=team_Deploy_team",
                $"owner_id={owner}",
                "owner_kind=team",
                "key_claim:plan=pro",
                "key_claim:scope=vm:edit",
                "key_claim:seats=1",
                "key_claim:seats=2",
                """key_claim:more={"a":null}""",
            ],
            (await answer.Content.ReadAsStringAsync()).Split('\n'));
    }

    [Fact]
    public async Task Hands_the_answer_itself_to_the_service()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await served.CreateAsync(Reader);

        var answer = await service.GetAsync(GuardedService.Read, key.Secret.Reveal());

        Assert.Equal("VALID", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Refuses_a_key_without_the_scope()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await served.CreateAsync(Reader);

        using var refused = await service.GetAsync(GuardedService.Edit, key.Secret.Reveal());

        await AssertRefusedAsync(refused, HttpStatusCode.Forbidden, "key.not_allowed");
    }

    [Fact]
    public async Task Lets_in_a_key_with_all_the_scopes()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await served.CreateAsync(A.Settings(scopes: ["vm:edit", "vm:read"]));

        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(GuardedService.Edit, key.Secret.Reveal())).StatusCode);
    }

    [Theory]
    [InlineData(null, "key.missing")]
    [InlineData("Bearer", "key.missing")]
    [InlineData("Basic YTpi", "key.missing")]
    [InlineData("Bearer akc_live_nonsense", "key.invalid")]
    [InlineData("Bearer {0}x", "key.invalid")]
    [InlineData("Bearer {0}, Bearer {0}", "key.invalid")]
    public async Task Refuses_what_is_no_key(string? header, string code)
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await served.CreateAsync(Reader);
        var shown = header?.Replace("{0}", key.Secret.Reveal(), StringComparison.Ordinal);

        using var refused = await service.GetAsync(GuardedService.Any, request => request.Headers.TryAddWithoutValidation("Authorization", shown));

        await AssertRefusedAsync(refused, HttpStatusCode.Unauthorized, code);
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Does_not_ask_about_what_is_too_long_for_a_key()
    {
        await using var service = await GuardedService.StartAsync(served);

        using var refused = await service.GetAsync(GuardedService.Any, new string('x', 2049));

        await AssertRefusedAsync(refused, HttpStatusCode.Unauthorized, "key.invalid");
        Assert.Equal(0, service.Wire.Questions);
    }

    [Theory]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("10.0.0.0/8", HttpStatusCode.Forbidden)]
    public async Task Tells_the_console_the_clients_address(string allowed, HttpStatusCode expected)
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await served.CreateAsync(Reader with { AllowedCidrs = [allowed] });

        Assert.Equal(expected, (await service.GetAsync(GuardedService.Any, key.Secret.Reveal())).StatusCode);
    }

    [Fact]
    public async Task Asks_what_the_service_adds_to_the_question()
    {
        await using var service = await GuardedService.StartAsync(
            served, options => options.Complete = (http, question) => question with { Resource = http.Request.Query["of"] });
        var key = await served.CreateAsync(Reader with { Resources = ["docs_*"] });

        var ours = await service.GetAsync($"{GuardedService.Any}?of=docs_1", key.Secret.Reveal());
        var other = await service.GetAsync($"{GuardedService.Any}?of=pets_1", key.Secret.Reveal());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (ours.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task Takes_the_key_from_another_header()
    {
        await using var service = await GuardedService.StartAsync(served, options => options.Header = "X-Api-Key");
        var key = await served.CreateAsync(Reader);

        var taken = await service.GetAsync(GuardedService.Any, request => request.Headers.Add("X-Api-Key", key.Secret.Reveal()));
        using var refused = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await AssertRefusedAsync(refused, HttpStatusCode.Unauthorized, "key.missing");
    }

    [Fact]
    public async Task Tells_a_client_that_asks_too_often_to_wait()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await served.CreateAsync(Reader with { Limits = new(1, null, null) });

        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(GuardedService.Any, key.Secret.Reveal())).StatusCode);
        using var refused = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        await AssertRefusedAsync(refused, HttpStatusCode.TooManyRequests, "key.rate_limited");
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task Blames_itself_when_the_console_does_not_take_its_management_key()
    {
        var management = await served.CreateManagementKeyAsync(ManagementScopes.ReadKeys);
        await using var service = await GuardedService.StartAsync(served, management.Secret.Reveal());
        var key = await served.CreateAsync(Reader);

        using var refused = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        await AssertRefusedAsync(refused, HttpStatusCode.ServiceUnavailable, "key.unavailable");
        Assert.Contains(service.Log.Lines, line => line.Contains("management key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_no_secret()
    {
        var management = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        await using var service = await GuardedService.StartAsync(served, management.Secret.Reveal());
        var key = await served.CreateAsync(Reader);

        await service.GetAsync(GuardedService.Any, key.Secret.Reveal());
        await service.GetAsync(GuardedService.Edit, key.Secret.Reveal());
        await service.GetAsync(GuardedService.Any, key.Secret.Reveal() + "x");

        Assert.Contains(service.Log.Lines, line => line.Contains("SCOPE_MISSING", StringComparison.Ordinal));
        Assert.All(service.Log.Lines, line => Assert.DoesNotContain(key.Secret.Reveal(), line, StringComparison.Ordinal));
        Assert.All(service.Log.Lines, line => Assert.DoesNotContain(management.Secret.Reveal(), line, StringComparison.Ordinal));
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage refused, HttpStatusCode status, string code)
    {
        Assert.Equal(status, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await refused.ReadJsonAsync()).Code());
    }
}
