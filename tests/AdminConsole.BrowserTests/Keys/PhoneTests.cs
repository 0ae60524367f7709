using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

/// <summary>What has little room on a phone.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PhoneTests(ConsoleFixture console)
{
    [Fact]
    public Task The_filter_of_scopes_has_a_line_of_its_own() => RunAsync(async page =>
    {
        var dialog = await page.OpenCreateDialogAsync();

        var filter = await BoxAsync(dialog.GetByRole(AriaRole.Searchbox, new() { Name = "Filter scopes" }));
        var presets = await BoxAsync(dialog.GetByRole(AriaRole.Group, new() { Name = "Scopes: choose at once" }));

        Assert.True(filter.Y + filter.Height <= presets.Y);
    });

    [Fact]
    public Task The_secret_has_no_handle_to_drag_it_larger() => RunAsync(async page =>
    {
        var reveal = await page.CreateKeyAsync("revealed-on-a-phone");

        await Expect(reveal.GetByRole(AriaRole.Textbox, new() { Name = "Secret of " })).ToHaveCSSAsync("resize", "none");
    });

    [Fact]
    public Task Valid_and_refused_verifications_stand_side_by_side() => RunAsync(async page =>
    {
        var key = await console.Console.CreateAsync("counted-on-a-phone");
        await page.OpenKeyAsync(key.Name);

        var figures = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Term);
        var valid = await BoxAsync(figures.Filter(new() { HasText = "Valid" }));
        var refused = await BoxAsync(figures.Filter(new() { HasText = "Refused" }));

        Assert.Equal(valid.Y, refused.Y);
    });

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator element)
    {
        await Expect(element).ToBeVisibleAsync();
        return (await element.BoundingBoxAsync())!;
    }

    private Task RunAsync(Func<IPage, Task> test) => console.WithPageAsync(
        async page =>
        {
            await page.SignInAsync();
            await test(page);
        },
        new() { ViewportSize = new() { Width = 390, Height = 844 } });
}
