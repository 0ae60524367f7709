using AdminConsole.BrowserTests.Fixtures;

namespace AdminConsole.BrowserTests;

[Collection(ConsoleCollection.Name)]
public sealed class AssetTests(ConsoleFixture console)
{
    [Theory]
    [InlineData("/css/tokens.css", "--ac-")]
    [InlineData("/_framework/blazor.web.js", "Blazor")]
    public Task Serves_the_assets_to_a_real_browser(string path, string expected) => console.WithPageAsync(async page =>
    {
        var response = await page.GotoAsync(path);

        Assert.Equal(200, response!.Status);
        Assert.Contains(expected, await response.TextAsync(), StringComparison.Ordinal);
    });
}
