using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Components.Display;
using AngleSharp.Html.Dom;

namespace AdminConsole.Tests.Shell;

/// <summary>What the document itself holds, before any script has run.</summary>
public sealed class WaitingShellTests : IAsyncLifetime
{
    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_document_holds_the_header_the_navigation_and_grey_rows()
    {
        var page = await OpenAsync("/keys");

        Assert.Equal(["Keys", "Look up", "API"], page.QuerySelectorAll("nav .ac-navigation-link").Select(link => link.TextContent.Trim()));
        Assert.Equal("Keys", page.QuerySelector("nav [aria-current=page]")!.TextContent.Trim());
        Assert.Equal("Acme", page.QuerySelector(".ac-organization bdi")!.TextContent);
        Assert.Equal("ada", page.QuerySelector(".ac-account bdi")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("main[aria-busy=true] .mud-skeleton"));
        Assert.Equal("AdminConsole", page.Title);
    }

    [Fact]
    public async Task It_names_no_organization_that_is_closed_to_the_operator()
    {
        await _app.Get<OrganizationRegistry>().CreateAsync(Actor.System, new("labs", "Labs"), CancellationToken.None);

        var page = await OpenAsync("/keys?org=labs");

        Assert.DoesNotContain("Labs", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Choose an organization", page.QuerySelector(".ac-organization bdi")!.TextContent);
    }

    [Fact]
    public async Task It_holds_nothing_of_any_key()
    {
        var organization = (await _app.Get<OrganizationQueries>().ListAsync(Actor.System, CancellationToken.None)).Single().Id;
        var created = (await _app.Get<CreateKeyHandler>().CreateAsync(
            Actor.System, new(organization, A.Settings("ci-deploy")), CancellationToken.None)).Value;

        var page = await OpenAsync($"/keys/{created.Id}");

        Assert.DoesNotContain("ci-deploy", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Secret.Hint, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".ac-count"));
    }

    [Fact]
    public async Task Its_ids_are_not_those_of_the_live_shell()
    {
        var page = await OpenAsync("/keys");

        Assert.All(
            page.QuerySelectorAll("[data-shell-waiting] [id]"),
            element => Assert.StartsWith("waiting-", element.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_without_a_circuit_have_no_shell_that_waits()
    {
        var page = await OpenAsync("/account/change-password");

        Assert.Null(page.QuerySelector("[data-shell-waiting]"));
    }

    private async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var browser = await _app.SignedInBrowserAsync();
        return await Browser.ReadAsync(await browser.GetAsync(path));
    }
}
