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

    [Fact]
    public Task An_edit_is_saved_after_signing_in_again_on_top_of_it() => console.WithPageAsync(async page =>
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

    private async Task<ILocator> BeginToEditAsync(IPage page, string name)
    {
        await console.Console.IssueAsync(name);
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
