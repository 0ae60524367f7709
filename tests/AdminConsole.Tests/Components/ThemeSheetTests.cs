using System.Reflection;

namespace AdminConsole.Tests.Components;

public sealed class ThemeSheetTests
{
    private static readonly string File = Path.Combine(
        typeof(ThemeSheetTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepoRoot").Value!,
        "wwwroot-assets", "css", "theme.css");

    /// <summary>After a change of the theme, MAKE_THEME=1 lets this test write the sheet anew.</summary>
    [Fact]
    public async Task The_style_sheet_is_what_the_theme_gives()
    {
        var sheet = await ThemeSheet.RenderAsync();

        if (Environment.GetEnvironmentVariable("MAKE_THEME") == "1")
        {
            await System.IO.File.WriteAllTextAsync(File, sheet, TestContext.Current.CancellationToken);
        }

        Assert.Equal(sheet, await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
    }
}
