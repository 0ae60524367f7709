using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed class RevealDialogTests(ConsoleFixture console)
{
    private const string Question = "Close without the secret?";
    private const string RefuseClipboard = "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('Refused', 'NotAllowedError'));";
    private const string RefuseCopyCommand = "Document.prototype.execCommand = () => false;";

    [Fact]
    public Task Every_way_out_asks_first_as_long_as_the_secret_is_not_stored() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        await page.GotoAsync("/lookup");
        await Expect(page.Field(KeySteps.LookUpField)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Keys" }).ClickAsync();
        var reveal = await page.CreateKeyAsync("reveal-ways-out");
        var secret = await reveal.ReadSecretAsync();

        await StayAsync(page, () => page.Keyboard.PressAsync("Escape"));
        await StayAsync(page, () => page.Mouse.ClickAsync(5, 5));
        await StayAsync(page, () => page.EvaluateAsync("() => history.back()"));
        await Expect(reveal.Field("Secret of reveal-ways-out")).ToHaveValueAsync(secret);

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.DialogNamed(Question).Button("Close without it")).ToBeDisabledAsync();
        await page.DialogNamed(Question).Tick("I have it elsewhere, or do not need it").CheckAsync();
        await page.DialogNamed(Question).Button("Close without it").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.Title("Keys")).ToBeVisibleAsync();
        Assert.DoesNotContain(secret, await page.ContentsAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Copying_reaches_the_clipboard_and_says_so() => console.WithPageAsync(
        async page =>
        {
            await page.SignInAsync();
            var reveal = await page.CreateKeyAsync("reveal-copied");
            var secret = await reveal.ReadSecretAsync();
            await reveal.Button("Hide").ClickAsync();

            await reveal.Button("Copy").PressAsync("Enter");
            await Expect(reveal.Button("Copied")).ToBeVisibleAsync();
            await reveal.Button("Done").ClickAsync();
            await Expect(reveal).ToHaveCountAsync(0);

            Assert.Equal(secret, await page.PasteAsync());
        },
        new() { Permissions = ["clipboard-read", "clipboard-write"] });

    [Fact]
    public Task Copying_goes_the_older_way_where_the_newer_is_refused() => console.WithPageAsync(
        async page =>
        {
            await page.AddInitScriptAsync(RefuseClipboard);
            await page.SignInAsync();
            var reveal = await page.CreateKeyAsync("reveal-copied-by-command");
            var secret = await reveal.ReadSecretAsync();

            await reveal.Button("Copy").ClickAsync();
            await Expect(reveal.Button("Copied")).ToBeVisibleAsync();
            await reveal.Button("Done").ClickAsync();
            await Expect(reveal).ToHaveCountAsync(0);

            Assert.Equal(secret, await page.PasteAsync());
        });

    [Fact]
    public Task A_copy_that_is_refused_is_not_claimed_and_the_secret_is_selected_for_copying_by_hand() => console.WithPageAsync(async page =>
    {
        await page.AddInitScriptAsync(RefuseClipboard + RefuseCopyCommand);
        await page.SignInAsync();
        var reveal = await page.CreateKeyAsync("reveal-not-copied");

        await reveal.Button("Copy").ClickAsync();

        await Expect(reveal.GetByText("The browser did not allow copying.")).ToBeVisibleAsync();
        await Expect(reveal).Not.ToContainTextAsync("Copied.");
        var input = reveal.Field("Secret of reveal-not-copied");
        await Expect(input).ToBeFocusedAsync();
        var selected = await input.EvaluateAsync<string>("input => input.value.slice(input.selectionStart, input.selectionEnd)");
        Assert.Matches(KeySteps.NewSecret(), selected);
    });

    [Fact]
    public Task The_env_file_holds_the_secret_under_the_chosen_name() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        var reveal = await page.CreateKeyAsync("reveal saved");
        var secret = await reveal.ReadSecretAsync();
        await reveal.Field("Name of the variable").FillAsync("acme-key");

        var download = await page.RunAndWaitForDownloadAsync(() => reveal.Button("Download .env").ClickAsync());

        Assert.Equal("reveal-saved.env", download.SuggestedFilename);
        Assert.Equal($"ACME_KEY={secret}\n", await File.ReadAllTextAsync(await download.PathAsync()));
    });

    /// <summary>Tries to leave, is asked, and stays.</summary>
    private static async Task StayAsync(IPage page, Func<Task> leave)
    {
        await leave();
        await page.DialogNamed(Question).Button("Go back").ClickAsync();
        await Expect(page.DialogNamed(Question)).ToHaveCountAsync(0);
        await Expect(page.DialogNamed(KeySteps.RevealTitle)).ToBeVisibleAsync();
    }
}
