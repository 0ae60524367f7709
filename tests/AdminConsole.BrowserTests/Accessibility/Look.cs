using System.Reflection;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Accessibility;

/// <summary>How a page is looked at: in which colours, and on how wide a screen.</summary>
internal sealed record Look(string Name, ColorScheme Scheme, int Width, int Height)
{
    public static readonly Look Light = new("light", ColorScheme.Light, 1440, 900);

    public static readonly Look Dark = new("dark", ColorScheme.Dark, 1440, 900);

    public static readonly Look Phone = new("phone", ColorScheme.Light, 390, 844);

    private static readonly string Root = typeof(Look).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepoRoot").Value!;

    public async Task TakeAsync(IPage page)
    {
        // Colours are measured at rest, not on their way.
        await page.EmulateMediaAsync(new() { ColorScheme = Scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.SetViewportSizeAsync(Width, Height);
    }

    /// <summary>Keeps a picture of the state in artifacts/screenshots; with MAKE_PICTURES=1 the README's as well.</summary>
    public async Task KeepPictureAsync(IPage page, string state)
    {
        var name = state.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal);
        var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(Root, "artifacts", "screenshots", $"{name}-{Name}.png") });
        if (Environment.GetEnvironmentVariable("MAKE_PICTURES") == "1" && (state, Name) == (PageAccessibilityTests.List, "light"))
        {
            await File.WriteAllBytesAsync(Path.Combine(Root, "docs", "keys.png"), picture);
        }
    }
}
