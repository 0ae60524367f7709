using System.Collections.Concurrent;
using AdminConsole.BrowserTests.Accessibility;
using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.ApiReference;

[Collection(ConsoleCollection.Name)]
public sealed class ApiReferenceTests(ConsoleFixture console)
{
    [Fact]
    public Task Tries_an_operation_with_a_key_that_stays_in_the_page() => console.WithPageAsync(async page =>
    {
        ConcurrentQueue<string> addresses = [];
        page.Request += (_, request) => addresses.Enqueue(request.Url);
        var caller = await CallerAsync("reference-caller");
        var shown = await console.Console.CreateAsync("reference-shown");
        await page.OpenApiReferenceAsync();
        await page.AuthorizeAsync(caller);

        var operation = await page.OpenOperationAsync("Show a key");
        await operation.Button("Try it out").ClickAsync();
        await operation.Field("id").FillAsync($"{shown.Id}");
        var answer = await operation.ExecuteAsync();

        await Expect(answer.Locator("tbody .response-col_status")).ToHaveTextAsync("200");
        await Expect(answer).ToContainTextAsync("\"name\": \"reference-shown\"");
        Assert.Contains(addresses, address => address.EndsWith($"/api/v1/keys/{shown.Id}", StringComparison.Ordinal));
        Assert.DoesNotContain(caller, string.Join('\n', addresses) + await KeptAsync(page), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_list_is_asked_for_without_filters_until_they_are_filled_in() => console.WithPageAsync(async page =>
    {
        await page.OpenApiReferenceAsync();
        await page.AuthorizeAsync(await CallerAsync("reference-unfiltered"));

        var operation = await page.OpenOperationAsync("List keys");
        await operation.Button("Try it out").ClickAsync();
        var answer = await operation.ExecuteAsync();

        await Expect(answer.Locator("tbody .response-col_status")).ToHaveTextAsync("200");
        await Expect(operation.Locator(".request-url")).Not.ToContainTextAsync("cursor");
    });

    [Fact]
    public Task Forgets_the_key_with_the_page() => console.WithPageAsync(async page =>
    {
        await page.OpenApiReferenceAsync();
        await page.AuthorizeAsync(await CallerAsync("reference-forgotten"));

        await page.ReloadAsync();
        await page.OpenAuthorizationAsync();

        await Expect(page.KeyField()).ToHaveValueAsync("");
        await Expect(page.KeyField()).ToHaveAttributeAsync("autocomplete", "off");
        await Expect(page.KeyField()).ToHaveAttributeAsync("spellcheck", "false");
    });

    [Fact]
    public Task Everybody_can_use_it() => console.WithPageAsync(async page =>
    {
        await page.OpenApiReferenceAsync();
        await page.CheckAccessibilityAsync("operations");

        await page.OpenAuthorizationAsync();
        await page.CheckAccessibilityAsync("authorization");
        await page.Locator(".btn-done").ClickAsync();
        await page.AuthorizeAsync(await CallerAsync("reference-everybody"));
        await page.Button("Authorize").ClickAsync();
        await page.CheckAccessibilityAsync("authorized");
        await page.Locator(".btn-done").ClickAsync();

        var operation = await page.OpenOperationAsync("List keys");
        await page.CheckAccessibilityAsync("operation");
        await operation.Button("Try it out").ClickAsync();
        await operation.ExecuteAsync();
        await page.CheckAccessibilityAsync("answer");

        var verification = await page.OpenOperationAsync("Verify a key");
        await verification.Button("Try it out").ClickAsync();
        await page.CheckAccessibilityAsync("request with a body");
    });

    [Fact]
    public Task A_narrow_window_scrolls_one_way_alone() => console.WithPageAsync(
        async page =>
        {
            await page.OpenApiReferenceAsync();
            await page.AuthorizeAsync(await CallerAsync("reference-narrow"));
            var operation = await page.OpenOperationAsync("List keys");
            await operation.Button("Try it out").ClickAsync();
            await operation.ExecuteAsync();

            var beyond = await page.EvaluateAsync<int[]>(
                """
                () => [document.documentElement, document.querySelector('.ac-api-reference')]
                    .map(element => element.scrollWidth - element.clientWidth)
                """);
            Assert.Equal([0, 0], beyond);
        },
        new() { ViewportSize = new() { Width = 390, Height = 844 } });

    private async Task<string> CallerAsync(string name) =>
        (await console.Console.CreateAsync(name, KeyKind.Management, ManagementScopes.ReadKeys)).Secret.Reveal();

    /// <summary>What outlives the page, or can be passed on with its address.</summary>
    private static Task<string> KeptAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => [
            location.href, JSON.stringify(history.state), JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie
        ].join('\\n')
        """);
}
