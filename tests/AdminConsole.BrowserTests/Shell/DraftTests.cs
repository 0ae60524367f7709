using System.Runtime.CompilerServices;
using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using AdminConsole.Core.Keys.Editing;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Shell;

/// <summary>What becomes of a form in which something was typed when the console is restarted.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class DraftTests(ConsoleFixture fixture) : IAsyncLifetime
{
    private const string Typed = "typed before the restart";

    private RunningConsole _console = null!;

    public ValueTask InitializeAsync()
    {
        _console = RunningConsole.WithDemoData();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    [Fact]
    public Task A_new_keys_is_put_back_and_can_be_saved() => RunAsync(async page =>
    {
        await page.SignInAsync();
        var dialog = await page.OpenCreateDialogAsync();
        await dialog.Field("Name").FillAsync("drafted");
        await dialog.Field("Description").FillAsync(Typed);
        await dialog.Tick("vm:read").CheckAsync();

        await RestartAsync(page);

        await ExpectRestoredAsync(dialog);
        await Expect(dialog.Field("Name")).ToHaveValueAsync("drafted");
        await dialog.Button("Create key").ClickAsync();
        await page.DialogNamed(KeySteps.RevealTitle).CloseRevealAsync();
        await ExpectNothingKeptAsync(page);
        await page.OpenKeyAsync("drafted");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Typed);
    });

    [Fact]
    public Task An_edits_is_put_back_and_can_be_discarded() => RunAsync(async page =>
    {
        var (_, dialog) = await EditAsync(page, "draft-discarded");

        await RestartAsync(page);

        await ExpectRestoredAsync(dialog);
        await dialog.Button("Discard the draft").ClickAsync();
        await Expect(dialog.Field("Description")).ToHaveValueAsync("");
        await Expect(dialog.Button("Save changes")).ToBeDisabledAsync();
        await ExpectNothingKeptAsync(page);
    });

    [Fact]
    public Task An_edits_is_put_beside_what_another_saved_meanwhile() => RunAsync(async page =>
    {
        var (key, dialog) = await EditAsync(page, "draft-overtaken");
        await _console.RenameAsync(key, "draft-overtaken-by-another");

        await RestartAsync(page);

        await Expect(dialog).ToContainTextAsync("Somebody changed this key meanwhile");
        await Expect(dialog).ToContainTextAsync(Typed);
        await dialog.Button("Save this").ClickAsync();
        await Expect(page.Title("draft-overtaken-by-another")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Typed);
    });

    private async Task<(CreatedKey Key, ILocator Dialog)> EditAsync(IPage page, string name)
    {
        var key = await _console.CreateAsync(name);
        await page.SignInAsync();
        await page.OpenKeyAsync(name);
        await page.Button("Edit").ClickAsync();
        var dialog = page.DialogNamed("Edit key");
        await Expect(dialog.Field("Name")).ToHaveValueAsync(name);
        await dialog.Field("Description").FillAsync(Typed);
        return (key, dialog);
    }

    /// <summary>The page must load itself anew, and must not ask first.</summary>
    private async Task RestartAsync(IPage page)
    {
        List<string> asked = [];
        page.Dialog += async (_, question) =>
        {
            asked.Add(question.Type);
            await question.AcceptAsync();
        };
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('key-draft') && !document.querySelector('[data-unsaved]')");
        await page.EvaluateAsync("() => { window.isOld = true; }");

        _console = await _console.RestartAsync();

        await page.WaitForFunctionAsync("() => !window.isOld");
        Assert.Empty(asked);
    }

    private static async Task ExpectRestoredAsync(ILocator dialog)
    {
        await Expect(dialog.GetByRole(AriaRole.Status).Filter(new() { HasText = "Your draft was restored" })).ToBeVisibleAsync();
        await Expect(dialog.Field("Description")).ToHaveValueAsync(Typed);
    }

    private static async Task ExpectNothingKeptAsync(IPage page) =>
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('key-draft') === null");

    private Task RunAsync(Func<IPage, Task> test, [CallerMemberName] string name = "") =>
        fixture.WithPageAsync(_console, test, name: name);
}
