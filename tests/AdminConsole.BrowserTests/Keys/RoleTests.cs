using System.Text.RegularExpressions;
using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.Core.Demo;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed partial class RoleTests(ConsoleFixture console)
{
    [Fact]
    public Task A_viewer_sees_what_an_admin_sees_without_a_way_to_change_it() => console.WithPageAsync(admin => console.WithPageAsync(async viewer =>
    {
        var key = await console.Console.CreateAsync("role-viewed");
        await admin.SignInAsync();
        await viewer.SignInAsync(DemoData.ViewerEmail);

        await admin.ListKeysAsync(key.Name);
        await viewer.ListKeysAsync(key.Name);
        Assert.Equal(
            ["Actions for role-viewed", "Create key"],
            (await ButtonsAsync(admin)).Except(await ButtonsAsync(viewer)));

        await admin.OpenKeyAsync(key.Name);
        await viewer.OpenKeyAsync(key.Name);
        await Expect(viewer.GetByText("vm:read")).ToBeVisibleAsync();
        Assert.Equal(["Copy the key’s id"], await ButtonsAsync(viewer));
        Assert.Equal(["Edit", "More actions"], (await ButtonsAsync(admin)).Except(await ButtonsAsync(viewer)));
    }));

    [Theory]
    [InlineData("role-found-by-secret", true)]
    [InlineData("role-found-by-hint", false)]
    public Task Support_finds_a_key_and_revokes_it(string name, bool bySecret) => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync(name);
        await page.SignInAsync(DemoData.SupportEmail);

        await page.LookUpAsync(bySecret ? $"Authorization: Bearer {key.Secret.Reveal()}" : key.Secret.Hint);
        await page.RevokeFoundAsync(name);

        await Expect(page.Row(name)).ToContainTextAsync("Revoked");
    });

    [Fact]
    public Task Support_finds_a_leaked_key_and_revokes_it_on_a_phone_without_scrolling_sideways() => console.WithPageAsync(
        async page =>
        {
            var key = await console.Console.CreateAsync("role-found-on-a-phone");
            await page.SignInAsync(DemoData.SupportEmail);
            await Expect(page.Field(KeySteps.LookUpField)).ToBeFocusedAsync();

            await page.LookUpAsync($"token={key.Secret.Reveal()}");
            var row = page.Row(key.Name);
            await Expect(row).ToContainTextAsync("Acme Cloud");
            await Expect(row.Button($"Revoke {key.Name}")).ToBeInViewportAsync(new() { Ratio = 1 });
            Assert.Equal(0, await page.HiddenWidthAsync());
            await page.RevokeFoundAsync(key.Name);

            await Expect(row).ToContainTextAsync("Revoked");
            Assert.Equal(0, await page.HiddenWidthAsync());
        },
        new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true });

    [Fact]
    public Task Support_can_do_nothing_but_look_up_and_revoke() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("role-out-of-reach");
        await page.SignInAsync(DemoData.SupportEmail);

        await page.LookUpAsync(key.Secret.Reveal());
        Assert.Equal(["Look up", "Revoke role-out-of-reach"], await ButtonsAsync(page));
        await Expect(page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link)).ToHaveAccessibleNameAsync("Look up");

        await page.GotoAsync("/keys?org=acme");
        await Expect(page.Title("Look up keys")).ToBeVisibleAsync();

        await page.GotoAsync($"/keys/{key.Id}?org=acme");
        await Expect(page.Title("Key not found")).ToBeVisibleAsync();
        Assert.Empty(await ButtonsAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "Look up another key" }).ClickAsync();
        await Expect(page.Field(KeySteps.LookUpField)).ToBeFocusedAsync();
    });

    /// <summary>What the buttons of the page's own part are called, in alphabetical order.</summary>
    private static async Task<IReadOnlyList<string>> ButtonsAsync(IPage page)
    {
        var spoken = await page.GetByRole(AriaRole.Main).AriaSnapshotAsync();
        return [.. NamedButton().Matches(spoken).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("- button \"(?<name>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex NamedButton();
}
