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

    /// <summary>Has axe look at the page as it stands, in light and in dark; a failure names each rule, and where it was broken.</summary>
    public static async Task CheckAccessibilityAsync(this IPage page, string state)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // Colours are measured at rest, not on their way.
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var result = await page.RunAxe(Rules);
            Assert.NotEmpty(result.Passes);
            Assert.True(result.Violations.Length == 0, $"{state}, {scheme}:\n{string.Join('\n', result.Violations.SelectMany(Places))}");
        }
    }

    private static IEnumerable<string> Places(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {node.Html}\n    {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}");
}
