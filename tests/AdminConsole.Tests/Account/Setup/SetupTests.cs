using System.Net;
using System.Net.Http.Json;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Account.Setup;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Account.Setup;

public sealed class SetupTests : IAsyncLifetime
{
    private const string Page = "/setup";

    private ConsoleApp _app = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ConsoleApp.StartEmptyAsync();
        _browser = _app.OpenBrowser();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/change-password")]
    [InlineData("/no-such-page")]
    public async Task Every_page_leads_to_it_before(string path) => Assert.Equal(Page, (await _browser.GetAsync(path)).LeadsTo());

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData(Page)]
    public async Task Health_and_the_page_itself_answer_before(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("/api/v1/keys/verify")]
    [InlineData("/account/sign-out")]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/")]
    public async Task Programs_are_told_to_wait(string path)
    {
        using var client = _app.CreateClient();
        var refused = await client.PostAsJsonAsync(path, new { });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Makes_the_organization_and_its_owner_and_signs_in()
    {
        var done = await SetUpAsync(Token());

        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        var owner = await db.Users.Include(person => person.Memberships).SingleAsync();
        Assert.Equal("/", done.LeadsTo());
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync("/account/change-password")).StatusCode);
        Assert.Equal("Ada", owner.DisplayName);
        Assert.Equal(OperatorRole.Owner, Assert.Single(owner.Memberships).Role);
        Assert.Equal("acme", (await db.Organizations.SingleAsync()).Slug);
    }

    [Fact]
    public async Task Is_gone_afterwards()
    {
        await SetUpAsync(Token());
        var opened = await _browser.GetAsync(Page);
        var posted = await _browser.PostAsync(Page, new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (opened.StatusCode, posted.StatusCode));
    }

    [Fact]
    public async Task Refuses_a_wrong_token_whatever_else_is_wrong_and_tells_nothing_more()
    {
        var page = await Browser.ReadAsync(await _browser.SubmitAsync(Page, ("Form.Token", "guess"), ("Form.Email", "x")));

        Assert.Single(page.QuerySelectorAll("[aria-invalid=true]"));
        Assert.Contains("not the token", Browser.DescriptionOf(page, "Form.Token"), StringComparison.Ordinal);
        Assert.True(await _app.Get<ConsoleSetUp>().IsOpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Takes_the_token_without_its_hyphens_and_in_capitals()
    {
        var done = await SetUpAsync(Token().Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant());

        Assert.Equal("/", done.LeadsTo());
    }

    [Fact]
    public async Task Another_token_is_printed_after_too_many_wrong_ones()
    {
        var first = Token();
        for (var tried = 0; tried < SetupToken.MaxTries; tried++)
        {
            _app.Get<SetupToken>().Matches("guess");
        }

        Assert.NotEqual(first, Token());
        Assert.False(_app.Get<SetupToken>().Matches(first));
        Assert.True(_app.Get<SetupToken>().Matches(Token()));
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_a_part_is_wrong_and_tells_every_fault()
    {
        var page = await Browser.ReadAsync(await SetUpAsync(Token(), email: "nobody", slug: "Not A Slug"));

        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        Assert.Equal((0, 0, 0), (await db.Users.CountAsync(), await db.Organizations.CountAsync(), await db.AuditEntries.CountAsync()));
        Assert.Contains("e-mail address", Browser.DescriptionOf(page, "Form.Email"), StringComparison.Ordinal);
        Assert.Contains("2 to 40", Browser.DescriptionOf(page, "Form.Slug"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_no_organization_behind_when_only_the_operator_is_wrong()
    {
        await SetUpAsync(Token(), email: "nobody");

        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        Assert.Equal(0, await db.Organizations.CountAsync());
    }

    [Fact]
    public async Task Of_two_at_once_one_wins()
    {
        var setUp = _app.Get<ConsoleSetUp>();
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(number => setUp.RunAsync(
            new(new($"acme-{number}", "Acme"), $"person{number}@example.com", "Ada", ConsoleApp.Password), CancellationToken.None)));

        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        Assert.Equal(ConsoleSetUp.Done, Assert.Single(Assert.Single(both, result => !result.Succeeded).Failures));
        Assert.Equal((1, 1), (await db.Users.CountAsync(), await db.Organizations.CountAsync()));
    }

    [Fact]
    public async Task Prints_no_token_once_there_is_an_operator()
    {
        await SetUpAsync(Token());
        var printed = Printed();
        await new SetupInvitation(_app.Get<ConsoleSetUp>(), _app.Get<SetupToken>()).StartAsync(CancellationToken.None);

        Assert.Equal(printed, Printed());
    }

    private List<string> Printed() => [.. _app.Log.Lines.Where(line => line.Contains("enter this token", StringComparison.Ordinal))];

    private string Token()
    {
        _ = _app.Services;
        return Printed()[^1].Split(' ')[^1];
    }

    private Task<HttpResponseMessage> SetUpAsync(string token, string email = "owner@example.com", string slug = "acme") => _browser.SubmitAsync(
        Page,
        ("Form.Token", token),
        ("Form.OrganizationName", "Acme"),
        ("Form.Slug", slug),
        ("Form.Name", "Ada"),
        ("Form.Email", email),
        ("Form.Password", ConsoleApp.Password),
        ("Form.Repeat", ConsoleApp.Password));
}
