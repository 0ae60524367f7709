namespace AdminConsole.Web.Components.Theme;

/// <summary>A colour for both themes. In style sheets it is <c>var(--ac-NAME)</c>.</summary>
internal sealed record ConsoleColor(string Name, string Light, string Dark);

/// <summary>Every colour of the console: ink and one indigo. Texts and edges keep WCAG 2.2 AA contrast on each ground they stand on.</summary>
internal static class ConsoleColors
{
    public static ConsoleColor Page { get; } = new("page", "#f7f8fa", "#0e1014");

    public static ConsoleColor Surface { get; } = new("surface", "#ffffff", "#15181e");

    public static ConsoleColor Raised { get; } = new("raised", "#ffffff", "#1b1f27");

    public static ConsoleColor Sunken { get; } = new("sunken", "#f1f3f6", "#101318");

    public static ConsoleColor Hover { get; } = new("hover", "#f4f5f8", "#1a1e26");

    public static ConsoleColor Line { get; } = new("line", "#e4e7ec", "#262b35");

    /// <summary>The edge of a field: 3:1 against its ground.</summary>
    public static ConsoleColor Edge { get; } = new("edge", "#8a93a3", "#6f7a8c");

    public static ConsoleColor Text { get; } = new("text", "#16181d", "#eceef2");

    public static ConsoleColor TextSoft { get; } = new("text-soft", "#586070", "#a3abb8");

    /// <summary>Selection, links, focus and charts.</summary>
    public static ConsoleColor Accent { get; } = new("accent", "#4352d0", "#9aa6ff");

    public static ConsoleColor AccentSoft { get; } = new("accent-soft", "#eceefc", "#232945");

    public static ConsoleColor OnAccent { get; } = new("on-accent", "#ffffff", "#11142b");

    /// <summary>Buttons that act.</summary>
    public static ConsoleColor Ink { get; } = new("ink", "#1a1d24", "#eceef2");

    public static ConsoleColor OnInk { get; } = new("on-ink", "#ffffff", "#14161b");

    public static ConsoleColor Success { get; } = new("success", "#147a3f", "#6fd396");

    public static ConsoleColor SuccessSoft { get; } = new("success-soft", "#e7f6ed", "#13291c");

    public static ConsoleColor Warning { get; } = new("warning", "#8a5600", "#f0bd62");

    public static ConsoleColor WarningSoft { get; } = new("warning-soft", "#fff3dc", "#2f2410");

    public static ConsoleColor Danger { get; } = new("danger", "#b3261e", "#ff9c93");

    public static ConsoleColor DangerSoft { get; } = new("danger-soft", "#fdecea", "#361a18");

    public static ConsoleColor OnDanger { get; } = new("on-danger", "#ffffff", "#3b0906");

    public static IReadOnlyList<ConsoleColor> All { get; } =
    [
        Page, Surface, Raised, Sunken, Hover, Line, Edge, Text, TextSoft, Accent, AccentSoft, OnAccent, Ink, OnInk,
        Success, SuccessSoft, Warning, WarningSoft, Danger, DangerSoft, OnDanger,
    ];
}
