using System.Text;
using System.Text.RegularExpressions;
using AdminConsole.Web.Components.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor;
using MudBlazor.Services;

namespace AdminConsole.Tests.Components;

/// <summary>
/// Renders the console's theme as a style sheet: what the library's theme provider would write into the page, light, dark by choice of the
/// system, and dark by the person's.
/// </summary>
internal static partial class ThemeSheet
{
    public static async Task<string> RenderAsync()
    {
        await using var services =
            new ServiceCollection().AddLogging().AddMudServices().AddSingleton<Microsoft.JSInterop.IJSRuntime, NoBrowser>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var sheet = new StringBuilder("/* Made from src/AdminConsole.Web/Components/Theme by ThemeSheetTests, which says how to make it anew. */\n");
        AppendColors(sheet);
        sheet.Append(await RulesAsync(renderer, isDark: false, ":root")).Append('\n');
        sheet.Append("@media (prefers-color-scheme: dark) {\n")
            .Append(await RulesAsync(renderer, isDark: true, ":root:not([data-theme=light])")).Append("\n}\n");
        sheet.Append(await RulesAsync(renderer, isDark: true, ":root[data-theme=dark]")).Append('\n');
        return sheet.ToString();
    }

    private static void AppendColors(StringBuilder sheet)
    {
        sheet.Append(":root {\n");
        foreach (var color in ConsoleColors.All)
        {
            sheet.Append("    --ac-").Append(color.Name).Append(": light-dark(").Append(color.Light).Append(", ").Append(color.Dark).Append(");\n");
        }

        sheet.Append("}\n");
    }

    private static async Task<string> RulesAsync(HtmlRenderer renderer, bool isDark, string scope)
    {
        var theme = ConsoleTheme.Create();
        theme.PseudoCss.Scope = scope;
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var provider = await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MudThemeProvider.Theme)] = theme,
                [nameof(MudThemeProvider.IsDarkMode)] = isDark,
                [nameof(MudThemeProvider.DefaultScrollbar)] = true,
                [nameof(MudThemeProvider.ObserveSystemDarkModeChange)] = false,
            }));
            return provider.ToHtmlString();
        });
        return string.Join('\n', StyleElement().Matches(html).SelectMany(style => Lines(style.Groups["rules"].Value)));
    }

    private static IEnumerable<string> Lines(string rules) => rules.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    [GeneratedRegex("<style[^>]*>(?<rules>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StyleElement();
}
