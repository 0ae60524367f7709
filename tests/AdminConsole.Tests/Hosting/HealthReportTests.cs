using System.Net;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Hosting;

public sealed class HealthReportTests : IAsyncLifetime
{
    private const string Path = "/health";
    private const string Ready = "/health/ready";
    private const string Question = """{"secret":"x"}""";

    private readonly ServedConsole _served = new();

    public ValueTask InitializeAsync() => _served.InitializeAsync();

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task Tells_an_operator_how_the_console_is()
    {
        await _served.CreateAsync(A.Settings());
        using var browser = await SignInAsync(ConsoleApp.Email);

        var report = await (await browser.GetAsync(Path)).ReadJsonAsync();

        Assert.Equal("healthy", report.GetProperty("status").GetString());
        Assert.Equal($$"""{"reachable":true,"sqliteVersion":"{{DatabaseProbe.SqliteVersion}}"}""", report.GetProperty("database").GetRawText());
        Assert.Equal(
            """{"loaded":true,"inMemory":2,"checkedAt":"2026-03-02T09:00:00+00:00","stale":false,"maxStaleSeconds":30,"fault":null}""",
            report.GetProperty("keys").GetRawText());
        Assert.Equal("""{"count":0,"ids":[]}""", report.GetProperty("brokenSeals").GetRawText());
    }

    [Fact]
    public async Task Names_broken_keys_to_those_alone_who_may_see_them()
    {
        var key = await _served.CreateAsync(A.Settings());
        var globex = await _served.Console.CreateOrganizationAsync("globex");
        await AddOperatorAsync("gus@example.com", new OrganizationRole("globex", OperatorRole.Admin));
        await _served.Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("UPDATE ApiKeys SET ExpiresAt = 1 WHERE Kind = 'Service'"));

        using var own = await SignInAsync(ConsoleApp.Email);
        using var foreign = await SignInAsync("gus@example.com");

        Assert.Equal($$"""{"count":1,"ids":["{{key.Id}}"]}""", await BrokenAsync(own));
        Assert.Equal("""{"count":1,"ids":[]}""", await BrokenAsync(foreign));
    }

    [Fact]
    public async Task Tells_strangers_and_people_without_a_role_nothing()
    {
        await AddOperatorAsync("nora@example.com");
        using var nora = await SignInAsync("nora@example.com");
        using var stranger = _served.Client();
        using var guesser = _served.Client("akc_mgmt_guess");

        await (await stranger.GetAsync(Path)).AssertProblemAsync(HttpStatusCode.Unauthorized);
        await (await guesser.GetAsync(Path)).AssertProblemAsync(HttpStatusCode.Unauthorized);
        await (await nora.GetAsync(Path)).AssertProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_its_database_for_too_long_it_refuses_to_verify_and_says_why()
    {
        using var caller = _served.Client((await _served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys)).Secret.Reveal());
        await _served.Console.LoseDatabaseAsync();
        var atFirst = await ServedConsole.VerifyAsync(caller, Question);
        _served.App.Clock.Pass(VerificationOptions.Default.MaxStaleness + TimeSpan.FromSeconds(1));

        var refused = await ServedConsole.VerifyAsync(caller, Question);
        var ready = await caller.GetAsync(Ready);
        var report = await (await caller.GetAsync(Path)).ReadJsonAsync();

        Assert.Equal(HttpStatusCode.OK, atFirst.StatusCode);
        Assert.Equal("storage.unreachable", (await refused.AssertProblemAsync(HttpStatusCode.ServiceUnavailable)).Code());
        Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter?.Delta);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        Assert.Equal(
            ("unhealthy", false),
            (report.GetProperty("status").GetString(), report.GetProperty("database").GetProperty("reachable").GetBoolean()));
        Assert.Equal((true, "storage.unreachable"), Staleness(report));
    }

    [Fact]
    public async Task Recovers_by_itself_once_the_database_is_back()
    {
        using var caller = _served.Client((await _served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys)).Secret.Reveal());
        await _served.Console.LoseDatabaseAsync();
        _served.App.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ServedConsole.VerifyAsync(caller, Question)).StatusCode);

        await _served.Console.RestoreDatabaseAsync();
        await _served.Console.Get<KeyChangePoller>().LookAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, (await ServedConsole.VerifyAsync(caller, Question)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(Ready)).StatusCode);
    }

    private static (bool Stale, string? Fault) Staleness(JsonElement report)
    {
        var keys = report.GetProperty("keys");
        return (keys.GetProperty("stale").GetBoolean(), keys.GetProperty("fault").GetString());
    }

    private static async Task<string> BrokenAsync(Browser browser) =>
        (await (await browser.GetAsync(Path)).ReadJsonAsync()).GetProperty("brokenSeals").GetRawText();

    private Task<Result<Id<Operator>>> AddOperatorAsync(string email, params IReadOnlyList<OrganizationRole> memberships) =>
        _served.Console.Get<OperatorRegistry>().CreateAsync(
            Actor.System, new(email, "Somebody", ConsoleApp.Password, memberships), CancellationToken.None);

    private Task<Browser> SignInAsync(string email) =>
        _served.App.SignedInBrowserAsync(email, origin: _served.App.ClientOptions.BaseAddress.OriginalString);
}
