using AdminConsole.Web.Features.Keys.List;
using AdminConsole.Web.Shell;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.List;

/// <summary>What js/rows.js does when a row's button is pressed.</summary>
internal static class KeyListSteps
{
    public static Task OpenMenuAsync(this IRenderedComponent<Routes> page, string key)
    {
        var row = page.FindAll(".ac-keys tbody tr").Single(row => row.QuerySelector($"[aria-label='Actions for {key}']") is not null);
        var address = new Uri(new Uri("http://localhost/"), row.QuerySelector("th a")!.GetAttribute("href"));
        return page.FindComponent<KeyList>().Instance.ChooseAsync(address.Segments[^1]);
    }

    /// <summary>Chooses from the menu that is open.</summary>
    public static Task ChooseActionAsync(this IRenderedComponent<Routes> page, string action) =>
        page.FindAll("#key-menu [role=menuitem]").Single(item => item.TextContent.Trim() == action).ClickAsync(new());

    public static async Task DisableAsync(this IRenderedComponent<Routes> page, string key)
    {
        await page.OpenMenuAsync(key);
        var disabling = page.ChooseActionAsync("Disable");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".mud-dialog")));
        await page.Button("Disable").ClickAsync(new());
        await disabling;
    }
}
