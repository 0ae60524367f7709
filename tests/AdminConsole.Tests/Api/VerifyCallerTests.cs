using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class VerifyCallerTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Question = """{"secret":"x"}""";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer akc_mgmt_0123456789")]
    [InlineData("Basic {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer {0}x")]
    [InlineData("Bearer {0}, Bearer {0}")]
    public async Task Refuses_a_credential_that_is_none(string? header)
    {
        var key = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        using var client = served.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header?.Replace("{0}", key.Secret.Reveal(), StringComparison.Ordinal));

        await AssertRefusedAsync(client);
    }

    [Theory]
    [InlineData("Bearer {0}")]
    [InlineData("bearer {0}")]
    public async Task Takes_the_scheme_in_any_case(string header)
    {
        var key = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        using var client = served.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header.Replace("{0}", key.Secret.Reveal(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await ServedConsole.VerifyAsync(client, Question)).StatusCode);
    }

    [Fact]
    public async Task Refuses_a_key_that_is_not_for_management()
    {
        var service = await served.CreateAsync(A.Settings(scopes: ManagementScopes.VerifyKeys));
        using var client = served.Client(service.Secret.Reveal());

        await AssertRefusedAsync(client);
    }

    [Fact]
    public async Task Refuses_a_revoked_key_from_the_next_call_on()
    {
        var key = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        using var client = served.Client(key.Secret.Reveal());
        Assert.Equal(HttpStatusCode.OK, (await ServedConsole.VerifyAsync(client, Question)).StatusCode);

        await served.Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(served.Acme), new(new(served.Acme, key.Id), RevocationReason.Leaked), CancellationToken.None);

        await AssertRefusedAsync(client);
    }

    [Fact]
    public async Task Tells_apart_the_credentials_that_come_by_turns_on_one_connection()
    {
        var allowed = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        var reader = await served.CreateManagementKeyAsync(ManagementScopes.ReadKeys);
        using var client = served.Client();
        List<HttpStatusCode> answers = [];

        foreach (var key in new[] { allowed, reader, null, allowed, allowed, reader })
        {
            client.DefaultRequestHeaders.Authorization = key is null ? null : new("Bearer", key.Secret.Reveal());
            answers.Add((await ServedConsole.VerifyAsync(client, Question)).StatusCode);
        }

        Assert.Equal(
            [
                HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK,
                HttpStatusCode.Forbidden,
            ],
            answers);
    }

    [Fact]
    public async Task Refuses_a_disabled_key_and_takes_it_again()
    {
        var key = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        var target = new KeyTarget(served.Acme, key.Id);
        using var client = served.Client(key.Secret.Reveal());

        await served.Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(served.Acme), target, CancellationToken.None);
        await AssertRefusedAsync(client);
        await served.Console.Get<SwitchKeyHandler>().EnableAsync(A.Admin(served.Acme), target, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, (await ServedConsole.VerifyAsync(client, Question)).StatusCode);
    }

    [Fact]
    public async Task Refuses_an_expired_key()
    {
        var expires = served.App.Clock.Now.AddMinutes(1);
        var key = await served.CreateAsync(new() { Name = "brief", Scopes = [ManagementScopes.VerifyKeys], ExpiresAt = expires }, KeyKind.Management);
        using var client = served.Client(key.Secret.Reveal());
        Assert.Equal(HttpStatusCode.OK, (await ServedConsole.VerifyAsync(client, Question)).StatusCode);

        served.App.Clock.Now = expires;

        await AssertRefusedAsync(client);
    }

    [Fact]
    public async Task Reads_the_address_that_the_key_is_limited_to()
    {
        var here = await served.CreateAsync(Limited("127.0.0.0/8", "::1/128"), KeyKind.Management);
        var elsewhere = await served.CreateAsync(Limited("192.0.2.0/24"), KeyKind.Management);
        using var allowed = served.Client(here.Secret.Reveal());
        using var refused = served.Client(elsewhere.Secret.Reveal());

        Assert.Equal(HttpStatusCode.OK, (await ServedConsole.VerifyAsync(allowed, Question)).StatusCode);
        await AssertRefusedAsync(refused);
    }

    [Fact]
    public async Task Refuses_every_caller_of_a_suspended_organization()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        var key = await served.CreateAsync(new() { Name = "gateway", Scopes = [ManagementScopes.VerifyKeys] }, KeyKind.Management, globex);
        using var client = served.Client(key.Secret.Reveal());

        await served.Console.ChangeAsync(db => db.Organizations.Single(organization => organization.Id == globex).SuspendedAt = A.Monday);

        await AssertRefusedAsync(client);
    }

    [Theory]
    [InlineData(ManagementScopes.ReadKeys)]
    [InlineData(ManagementScopes.WriteKeys)]
    [InlineData(ManagementScopes.RevokeKeys)]
    [InlineData(ManagementScopes.ReadAudit)]
    public async Task Names_the_scope_that_the_caller_lacks(string scope)
    {
        var key = await served.CreateManagementKeyAsync(scope);
        using var client = served.Client(key.Secret.Reveal());

        var problem = await (await ServedConsole.VerifyAsync(client, Question)).AssertProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal("verify.forbidden", problem.Code());
        Assert.Contains(ManagementScopes.VerifyKeys, problem.Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_the_credential_before_it_looks_at_the_body()
    {
        using var stranger = served.Client();
        using var content = new StringContent("no JSON");

        var refused = await stranger.PostAsync(ServedConsole.VerifyPath, content);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Is_not_reached_with_an_operators_session()
    {
        await using var app = await ConsoleApp.StartAsync();
        using var browser = await app.SignedInBrowserAsync();

        var refused = await browser.PostAsync(ServedConsole.VerifyPath, new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.NotNull(browser.Session);
        await refused.AssertProblemAsync(HttpStatusCode.Unauthorized);
    }

    private static KeySettings Limited(params IReadOnlyList<string> networks) =>
        new() { Name = "gateway", Scopes = [ManagementScopes.VerifyKeys], AllowedCidrs = networks };

    private static async Task AssertRefusedAsync(HttpClient client)
    {
        var refused = await ServedConsole.VerifyAsync(client, Question);

        Assert.Equal("credentials.invalid", (await refused.AssertProblemAsync(HttpStatusCode.Unauthorized)).Code());
        Assert.Equal("Bearer", Assert.Single(refused.Headers.WwwAuthenticate).Scheme);
    }
}
