using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Shell;

/// <summary>What becomes of a page that a restarted server no longer knows. What Blazor says then is said here without a restart.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RestartTests(ConsoleFixture console)
{
    [Fact]
    public Task Where_nothing_was_typed_it_is_loaded_anew() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        await page.EvaluateAsync("() => { window.isOld = true; }");

        await LoseCircuitAsync(page);

        await page.WaitForFunctionAsync("() => !window.isOld");
        await Expect(page.Title("Keys")).ToBeVisibleAsync();
    });

    [Fact]
    public Task What_cannot_be_put_back_stays_to_be_copied() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        var reveal = await page.CreateKeyAsync("revealed-before-the-restart");
        await Expect(page.Locator("[data-unsaved]")).ToHaveCountAsync(1);

        await LoseCircuitAsync(page);

        await Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("can no longer be saved");
        await Expect(reveal).ToBeVisibleAsync();
    });

    private static async Task LoseCircuitAsync(IPage page) => await page.EvaluateAsync(
        """
        () => {
            const dialog = document.getElementById('components-reconnect-modal');
            dialog.className = 'components-reconnect-rejected';
            dialog.dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'rejected' } }));
        }
        """);
}
