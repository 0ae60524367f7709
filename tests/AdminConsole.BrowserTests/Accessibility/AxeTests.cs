using AdminConsole.BrowserTests.Fixtures;

namespace AdminConsole.BrowserTests.Accessibility;

[Collection(ConsoleCollection.Name)]
public sealed class AxeTests(ConsoleFixture console)
{
    [Fact]
    public Task The_check_finds_what_is_wrong_with_a_page() => console.WithPageAsync(async page =>
    {
        await page.GotoAsync("/account/sign-in");
        await page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('button'))");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => page.CheckAccessibilityAsync("sign-in"));

        Assert.Contains("button-name: <button>", failure.Message, StringComparison.Ordinal);
    });
}
