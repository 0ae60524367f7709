using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Accessibility;

internal static class AxeSteps
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private const string Overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /// <summary>
    /// Has axe look at the page as it stands, in light, in dark and on a phone, and keeps a picture of each. A failure names each
    /// rule, and where it was broken. Nothing may lie beside the screen.
    /// </summary>
    /// <param name="looks">Other looks than these three, where a state has fewer.</param>
    public static async Task CheckAccessibilityAsync(this IPage page, string state, params IReadOnlyList<Look> looks)
    {
        foreach (var look in looks.Count > 0 ? looks : [Look.Light, Look.Dark, Look.Phone])
        {
            await look.TakeAsync(page);
            await look.KeepPictureAsync(page, state);
            var result = await page.RunAxe(Rules);
            Assert.NotEmpty(result.Passes);
            Assert.True(result.Violations.Length == 0, $"{state}, {look.Name}:\n{string.Join('\n', result.Violations.SelectMany(Places))}");
            Assert.True(await page.EvaluateAsync<int>(Overflow) <= 0, $"{state}, {look.Name}: the page is wider than the screen.");
        }

        await Look.Light.TakeAsync(page);
    }

    private static IEnumerable<string> Places(AxeResultItem violation) =>
        violation.Nodes.Select(
            node => $"{violation.Id}: {node.Html}\n    {string.Join("; ", Checks(node).Select(check => check.Message))}");

    private static IEnumerable<AxeResultCheck> Checks(AxeResultNode node) => node.Any.Concat(node.All).Concat(node.None);
}
