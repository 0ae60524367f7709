using AdminConsole.BrowserTests.Accessibility;
using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using AdminConsole.Core.Data;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Shell;

/// <summary>What becomes of work when the session ends meanwhile.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class SessionOverTests(ConsoleFixture console)
{
    private const string Title = "Your session has ended";
    private const string PasswordField = "Password of " + DemoData.AdminEmail;

    public static TheoryData<string> Dialogs => [.. SavingDialogs.All.Keys];

    [Theory]
    [MemberData(nameof(Dialogs))]
    public Task What_a_dialog_holds_is_saved_after_signing_in_again_on_top_of_it(string saving) => console.WithPageAsync(async page =>
    {
        var (button, fillAsync, expectSavedAsync) = SavingDialogs.All[saving];
        var key = await console.Console.CreateAsync($"session-{Guid.NewGuid():N}");
        await page.SignInAsync();
        var dialog = await fillAsync(page, key);

        await EndSessionsAsync();
        await dialog.Button(button).ClickAsync();
        await SignInOnTopAsync(page);

        await Expect(dialog).ToHaveCountAsync(0);
        await expectSavedAsync(page, key);
    });

    [Fact]
    public Task A_secret_is_still_shown_after_signing_in_again_on_top_of_it() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        var reveal = await page.CreateKeyAsync("session-reveal");
        var secret = await reveal.ReadSecretAsync();

        await EndSessionsAsync();
        await SignInOnTopAsync(page);

        await Expect(reveal.GetByRole(AriaRole.Textbox, new() { Name = "Secret of " })).ToHaveValueAsync(secret);
        await reveal.CloseRevealAsync();
    });

    [Fact]
    public Task A_wrong_password_is_refused_and_the_right_one_saves_the_edit() => console.WithPageAsync(async page =>
    {
        var edit = await BeginToEditAsync(page, "session-in-place");

        await EndSessionsAsync();
        await edit.Button("Save changes").ClickAsync();
        var over = page.DialogNamed(Title);
        await Expect(over.GetByLabel(PasswordField)).ToBeFocusedAsync();
        await page.CheckAccessibilityAsync("session over");
        await over.GetByLabel(PasswordField).FillAsync("wrong");
        await over.Button("Sign in and go on").ClickAsync();
        await Expect(over).ToContainTextAsync("This password was not accepted.");
        await over.GetByLabel(PasswordField).FillAsync(RunningConsole.Password);
        await over.Button("Sign in and go on").ClickAsync();

        await Expect(edit).ToHaveCountAsync(0);
        await ExpectDescriptionAsync(page, "session-in-place");
    });

    [Fact]
    public Task An_edit_is_saved_after_signing_in_in_another_tab() => console.WithPageAsync(async page =>
    {
        var edit = await BeginToEditAsync(page, "session-other-tab");

        await EndSessionsAsync();
        await edit.Button("Save changes").ClickAsync();
        var over = page.DialogNamed(Title);
        await Expect(over).ToBeVisibleAsync();
        var tab = await page.Context.NewPageAsync();
        await tab.SignInAsync();
        await over.Button("Sign in and go on").ClickAsync();

        await Expect(edit).ToHaveCountAsync(0);
        await ExpectDescriptionAsync(page, "session-other-tab");
    });

    [Fact]
    public Task Somebody_else_does_not_go_on_with_it() => console.WithPageAsync(async page =>
    {
        var edit = await BeginToEditAsync(page, "session-somebody-else");

        await EndSessionsAsync();
        await edit.Button("Save changes").ClickAsync();
        var over = page.DialogNamed(Title);
        await Expect(over).ToBeVisibleAsync();
        var tab = await page.Context.NewPageAsync();
        await tab.SignInAsync(DemoData.OwnerEmail);
        await over.Button("Sign in and go on").ClickAsync();

        await Expect(over).ToContainTextAsync("Somebody else is signed in");
        await page.Keyboard.PressAsync("Escape");
        await Expect(over).ToBeVisibleAsync();
    });

    [Fact]
    public Task Where_nothing_is_being_done_the_sign_in_page_comes_and_leads_back() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();

        await EndSessionsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Look up", Exact = true }).ClickAsync();

        await Expect(page.Title("Sign in")).ToBeVisibleAsync();
        Assert.Contains("returnUrl=%2Flookup", page.Url, StringComparison.Ordinal);
    });

    private static async Task SignInOnTopAsync(IPage page)
    {
        var over = page.DialogNamed(Title);
        await over.GetByLabel(PasswordField).FillAsync(RunningConsole.Password);
        await over.Button("Sign in and go on").ClickAsync();
        await Expect(over).ToHaveCountAsync(0);
    }

    private async Task<ILocator> BeginToEditAsync(IPage page, string name)
    {
        await console.Console.CreateAsync(name);
        await page.SignInAsync();
        await page.ListKeysAsync(name);
        await page.ChooseActionAsync(name, "Edit");
        var dialog = page.DialogNamed("Edit key");
        await Expect(dialog.Field("Name")).ToHaveValueAsync(name);
        await dialog.Field("Description").FillAsync("typed before the session ended");
        return dialog;
    }

    private static async Task ExpectDescriptionAsync(IPage page, string name)
    {
        await page.OpenKeyAsync(name);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("typed before the session ended");
    }

    private Task<Result<int>> EndSessionsAsync() => console.Console.Get<ConsoleStore>().WriteAsync<int>(
        async db => await db.OperatorSessions.ExecuteDeleteAsync(), CancellationToken.None);
}
