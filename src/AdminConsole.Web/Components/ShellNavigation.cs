namespace AdminConsole.Web.Components;

/// <summary>One entry of the side navigation: <paramref name="Text"/> is its key in Texts.resx.</summary>
public sealed record NavigationEntry(string Href, string Text, string Icon);

internal static class ShellNavigation
{
    public static IReadOnlyList<NavigationEntry> Entries { get; } =
    [
        new("keys", "Navigation.Keys", "key"),
    ];
}
