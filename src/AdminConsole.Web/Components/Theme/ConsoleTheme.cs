using MudBlazor;

namespace AdminConsole.Web.Components.Theme;

/// <summary>
/// The library's theme, light and dark. The console does not render the library's theme provider, whose inline style elements the
/// content security policy blocks: wwwroot-assets/css/theme.css is made from this class, and a test compares the two.
/// </summary>
internal static class ConsoleTheme
{
    private const double Flat = 0;
    private const int Levels = 26;

    /// <summary>From here on an elevation belongs to something that floats: a menu, a dialog, a message.</summary>
    private const int Floating = 6;

    private static readonly string[] Fonts = ["Console Text", "system-ui", "Segoe UI", "sans-serif"];

    public static MudTheme Create() => new()
    {
        PaletteLight = Fill(new PaletteLight(), color => color.Light),
        PaletteDark = Fill(new PaletteDark(), color => color.Dark),
        Typography = Typography(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "52px", DrawerWidthLeft = "232px" },
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, Levels).Select(Elevation)] },
    };

    private static TPalette Fill<TPalette>(TPalette palette, Func<ConsoleColor, string> of) where TPalette : Palette
    {
        FillMeanings(palette, of);
        FillGrounds(palette, of);
        FillStates(palette, of);
        return palette;
    }

    private static void FillMeanings(Palette palette, Func<ConsoleColor, string> of)
    {
        palette.Primary = of(ConsoleColors.Ink);
        palette.PrimaryContrastText = of(ConsoleColors.OnInk);
        palette.Secondary = palette.Tertiary = palette.Info = of(ConsoleColors.Accent);
        palette.SecondaryContrastText = palette.TertiaryContrastText = palette.InfoContrastText = of(ConsoleColors.OnAccent);
        palette.Success = of(ConsoleColors.Success);
        palette.Warning = of(ConsoleColors.Warning);
        palette.Error = of(ConsoleColors.Danger);
        palette.ErrorContrastText = palette.SuccessContrastText = palette.WarningContrastText = of(ConsoleColors.OnDanger);
        palette.Dark = of(ConsoleColors.Ink);
        palette.DarkContrastText = of(ConsoleColors.OnInk);
    }

    private static void FillGrounds(Palette palette, Func<ConsoleColor, string> of)
    {
        palette.Background = of(ConsoleColors.Page);
        palette.BackgroundGray = of(ConsoleColors.Sunken);
        palette.Surface = of(ConsoleColors.Surface);
        palette.AppbarBackground = palette.DrawerBackground = of(ConsoleColors.Surface);
        palette.AppbarText = palette.DrawerText = palette.TextPrimary = of(ConsoleColors.Text);
        palette.DrawerIcon = palette.TextSecondary = palette.TextDisabled = of(ConsoleColors.TextSoft);
        palette.LinesDefault = palette.TableLines = palette.Divider = palette.DividerLight = palette.GrayLighter = of(ConsoleColors.Line);
        palette.LinesInputs = palette.GrayLight = of(ConsoleColors.Edge);
        palette.GrayDefault = palette.GrayDark = of(ConsoleColors.TextSoft);
        palette.GrayDarker = of(ConsoleColors.Text);
    }

    private static void FillStates(Palette palette, Func<ConsoleColor, string> of)
    {
        palette.ActionDefault = palette.ActionDisabled = of(ConsoleColors.TextSoft);
        palette.ActionDisabledBackground = palette.Skeleton = of(ConsoleColors.Line);
        palette.TableHover = of(ConsoleColors.Hover);
        palette.TableStriped = of(ConsoleColors.Sunken);
        palette.OverlayDark = "rgba(10,14,24,0.5)";
        palette.HoverOpacity = 0.06;
        palette.RippleOpacity = palette.RippleOpacitySecondary = Flat;
        palette.BorderOpacity = 1;
    }

    private static Typography Typography() => new()
    {
        Default = Type<DefaultTypography>("0.875rem", "400", "1.4286"),
        H1 = Type<H1Typography>("1.25rem", "600", "1.4", "-0.01em"),
        H2 = Type<H2Typography>("1.0625rem", "600", "1.4"),
        H3 = Type<H3Typography>("0.875rem", "600", "1.4286"),
        H4 = Type<H4Typography>("0.875rem", "600", "1.4286"),
        H5 = Type<H5Typography>("0.875rem", "600", "1.4286"),
        H6 = Type<H6Typography>("0.875rem", "600", "1.4286"),
        Subtitle1 = Type<Subtitle1Typography>("0.875rem", "400", "1.4286"),
        Subtitle2 = Type<Subtitle2Typography>("0.8125rem", "600", "1.5"),
        Body1 = Type<Body1Typography>("0.875rem", "400", "1.4286"),
        Body2 = Type<Body2Typography>("0.8125rem", "400", "1.45"),
        Button = Type<ButtonTypography>("0.84375rem", "500", "1.4"),
        Caption = Type<CaptionTypography>("0.75rem", "400", "1.4"),
        Overline = Type<OverlineTypography>("0.75rem", "500", "1.4"),
    };

    private static T Type<T>(string size, string weight, string line, string spacing = "normal") where T : BaseTypography, new() =>
        new() { FontFamily = Fonts, FontSize = size, FontWeight = weight, LineHeight = line, LetterSpacing = spacing, TextTransform = "none" };

    private static string Elevation(int level) => level < Floating ? "none" : "0 12px 32px rgba(10,14,24,0.18), 0 1px 2px rgba(10,14,24,0.1)";
}
