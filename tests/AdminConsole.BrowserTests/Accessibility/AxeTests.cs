using AdminConsole.BrowserTests.Fixtures;

namespace AdminConsole.BrowserTests.Accessibility;

[Collection(ConsoleCollection.Name)]
public sealed class AxeTests(ConsoleFixture console)
{
    [Fact]
    public Task The_check_finds_what_cannot_be_read_in_the_dark_alone() => console.WithPageAsync(async page =>
    {
        await page.GotoAsync("/account/sign-in");
        await page.EvaluateAsync("() => { document.querySelector('h1').style.color = '#333'; }");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => page.CheckAccessibilityAsync("broken sign-in"));

        Assert.StartsWith("broken sign-in, dark:\ncolor-contrast: <bdi>Sign in<", failure.Message, StringComparison.Ordinal);
    });
}
