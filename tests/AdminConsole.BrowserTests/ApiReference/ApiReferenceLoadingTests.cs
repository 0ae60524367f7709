using AdminConsole.BrowserTests.Accessibility;
using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.ApiReference;

[Collection(ConsoleCollection.Name)]
public sealed class ApiReferenceLoadingTests(ConsoleFixture console)
{
    private const string Description = "**/openapi/v1.json";
    private const string Script = "**/swagger-ui-bundle.js";
    private const string Failure = "The API reference could not be loaded";

    /// <summary>Bytes over the wire for the viewer and the description, headers included.</summary>
    private const string OwnTransfer = """
        () => performance.getEntriesByType('resource')
            .filter(file => /swagger-ui|openapi/.test(file.name))
            .reduce((sum, file) => sum + file.transferSize, 0)
        """;

    [Theory]
    [InlineData(Description)]
    [InlineData(Script)]
    public Task Shows_grey_rows_until_everything_is_there(string awaited) => console.WithPageAsync(async page =>
    {
        var asked = new TaskCompletionSource<IRoute>();
        await page.RouteAsync(awaited, asked.SetResult);
        await page.SignInAsync();
        await page.GotoAsync("/api-reference");

        var route = await asked.Task;
        await Expect(page.Locator(".ac-api-reference").GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Expect(page.GetByText("No operations defined in spec!")).ToHaveCountAsync(0);
        await page.CheckAccessibilityAsync("loading");
        await route.ContinueAsync();

        await Expect(page.Operation("Verify a key")).ToBeVisibleAsync();
        await Expect(page.Locator(".ac-api-reference").GetByRole(AriaRole.Status)).ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData(Description)]
    [InlineData(Script)]
    public Task Says_what_could_not_be_loaded_and_tries_again(string missing) => console.WithPageAsync(async page =>
    {
        await page.RouteAsync(missing, route => route.AbortAsync());
        await page.SignInAsync();
        await page.GotoAsync("/api-reference");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Failure);
        await page.CheckAccessibilityAsync("failed");
        await page.UnrouteAsync(missing);
        await page.Button("Try again").ClickAsync();

        await Expect(page.Operation("Verify a key")).ToBeVisibleAsync();
        await Expect(page.GetByText(Failure)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_second_visit_loads_next_to_nothing() => console.WithPageAsync(async page =>
    {
        await page.OpenApiReferenceAsync();

        await page.ReloadAsync();
        await Expect(page.Operation("Verify a key")).ToBeVisibleAsync();

        Assert.InRange(await page.EvaluateAsync<int>(OwnTransfer), 0, 1_024);
    });
}
