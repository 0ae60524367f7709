using AdminConsole.Actors;

namespace AdminConsole.Web.Components.Layout;

/// <summary>One entry of the side navigation: <paramref name="Text"/> is its key in Texts.resx, <paramref name="Needs"/> what its page asks for.</summary>
public sealed record NavigationEntry(string Href, string Text, string Icon, Permission Needs);

internal static class ShellNavigation
{
    public static IReadOnlyList<NavigationEntry> Entries { get; } =
    [
        new("keys", "Navigation.Keys", "key", Permission.ReadKeys),
        new("lookup", "Navigation.LookUp", "manage_search", Permission.FindKeys),
        new("api-reference", "Navigation.ApiReference", "code", Permission.ReadKeys),
    ];
}
