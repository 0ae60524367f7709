using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using AdminConsole.Core.Access;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations.UseCases;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Accessibility;

[Collection(ConsoleCollection.Name)]
public sealed class PageAccessibilityTests(ConsoleFixture console)
{
    public const string List = "list of keys";

    [Fact]
    public Task Everybody_can_use_the_pages_of_keys() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync(List);

        await page.GotoAsync("/keys?org=acme&q=no-key-is-called-this");
        await Expect(page.GetByText("No key matches")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("list without a match");

        var key = await console.Console.CreateAsync("axe-shown");
        await page.OpenKeyAsync(key.Name);
        await page.CheckAccessibilityAsync("key");
        foreach (var part in new[] { "Requests", "Policy", "History" })
        {
            await page.OpenPartAsync(part);
            await page.CheckAccessibilityAsync($"key, {part}");
        }

        await page.LookUpAsync(key.Secret.Reveal());
        await page.CheckAccessibilityAsync("look-up");

        await page.GotoAsync("/keys/nonsense?org=acme");
        await Expect(page.Title("Key not found")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("key not found");
    });

    [Fact]
    public Task Everybody_can_use_an_empty_list() => console.WithPageAsync(async page =>
    {
        const string Email = "admin@bare.test";
        await console.Console.Get<OrganizationRegistry>().CreateAsync(Actor.System, new("bare", "Bare"), CancellationToken.None);
        await console.Console.Get<OperatorRegistry>().CreateAsync(
            Actor.System, new(Email, "Bea Bare", RunningConsole.Password, [new("bare", OperatorRole.Admin)]), CancellationToken.None);

        await page.SignInAsync(Email);
        await Expect(page.GetByText("No keys yet")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("empty list");
    });

    [Fact]
    public Task Everybody_can_use_the_pages_of_accounts() => console.WithPageAsync(async page =>
    {
        await page.GotoAsync("/account/sign-in");
        await page.CheckAccessibilityAsync("sign-in");

        await page.Button("Sign in").ClickAsync();
        await Expect(page.GetByText("Enter your password.")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("sign-in refused");

        await page.SignInAsync();
        await page.GotoAsync("/account/change-password");
        await page.CheckAccessibilityAsync("change of password");

        await page.GotoAsync("/account/sign-out");
        await page.CheckAccessibilityAsync("sign-out");

        await page.GotoAsync("/nowhere");
        await Expect(page.Title("Not found")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("not found");
    });

    [Fact]
    public async Task Everybody_can_set_a_console_up()
    {
        await using var empty = RunningConsole.Empty();
        await console.WithPageAsync(empty, async page =>
        {
            await page.GotoAsync("/");
            await Expect(page.Title("Set up AdminConsole")).ToBeVisibleAsync();
            await page.CheckAccessibilityAsync("set-up");

            await page.Button("Set up and sign in").ClickAsync();
            await Expect(page.GetByText("This is not the token.")).ToBeVisibleAsync();
            await page.CheckAccessibilityAsync("set-up refused");
        });
    }
}
