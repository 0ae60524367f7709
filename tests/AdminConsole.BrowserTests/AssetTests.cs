using AdminConsole.BrowserTests.Fixtures;

namespace AdminConsole.BrowserTests;

[Collection(ConsoleCollection.Name)]
public sealed class AssetTests(ConsoleFixture console)
{
    [Theory]
    [InlineData("/css/tokens.css", "--ac-")]
    [InlineData("/_framework/blazor.web.js", "Blazor")]
    [InlineData("/_content/Radzen.Blazor/css/material-base.css", "--rz-")]
    [InlineData("/_content/Radzen.Blazor/css/material-dark-base.css", "--rz-")]
    [InlineData("/_content/Radzen.Blazor/Radzen.Blazor.min.js", "Radzen")]
    public Task Serves_the_assets_to_a_real_browser(string path, string expected) => console.WithPageAsync(async page =>
    {
        var response = await page.GotoAsync(path);

        Assert.Equal(200, response!.Status);
        Assert.Contains(expected, await response.TextAsync(), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("/_content/Radzen.Blazor/css/software.css")]
    [InlineData("/_content/Radzen.Blazor/fonts/RobotoFlex.woff2")]
    [InlineData("/fonts/icons.txt")]
    public Task Serves_no_file_that_no_page_asks_for(string path) => console.WithPageAsync(async page =>
    {
        var response = await page.GotoAsync(path);

        // As with any other address that is none, whoever has not signed in is asked to.
        Assert.StartsWith("text/html", await response!.HeaderValueAsync("Content-Type"), StringComparison.Ordinal);
    });
}
