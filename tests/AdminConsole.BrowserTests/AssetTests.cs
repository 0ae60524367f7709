using AdminConsole.BrowserTests.Fixtures;

namespace AdminConsole.BrowserTests;

[Collection(ConsoleCollection.Name)]
public sealed class AssetTests(ConsoleFixture console)
{
    [Theory]
    [InlineData("/css/console.css", "--ac-")]
    [InlineData("/_framework/blazor.web.js", "Blazor")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css", "--mud-")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js", "mud")]
    public Task Serves_the_assets_to_a_real_browser(string path, string expected) => console.WithPageAsync(async page =>
    {
        var response = await page.GotoAsync(path);

        Assert.Equal(200, response!.Status);
        Assert.Contains(expected, await response.TextAsync(), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js.map")]
    [InlineData("/css/theme.css")]
    [InlineData("/icons/symbols.txt")]
    [InlineData("/icons/make-symbols.mjs")]
    public Task Serves_no_file_that_no_page_asks_for(string path) => console.WithPageAsync(async page =>
    {
        var response = await page.GotoAsync(path);

        // As with any other address that is none, whoever has not signed in is asked to.
        Assert.StartsWith("text/html", await response!.HeaderValueAsync("Content-Type"), StringComparison.Ordinal);
    });
}
