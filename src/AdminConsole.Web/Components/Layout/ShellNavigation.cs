using AdminConsole.Core.Access;
using AdminConsole.Web.Paths;

namespace AdminConsole.Web.Components.Layout;

/// <summary>
/// One entry of the navigation: <paramref name="Text"/> and <paramref name="Group"/> are keys in Texts.resx, <paramref name="Needs"/> is what its
/// page asks for. An entry without a group stands at the top.
/// </summary>
public sealed record NavigationEntry(string Path, string Text, string Icon, Permission Needs, string? Group = null);

internal static class ShellNavigation
{
    private const string Developers = "Navigation.Developers";

    public static IReadOnlyList<NavigationEntry> Entries { get; } =
    [
        new(AppRoutes.Keys, "Navigation.Keys", "key", Permission.ReadKeys),
        new(AppRoutes.LookUp, "Navigation.LookUp", "manage_search", Permission.FindKeys),
        new("api-reference", "Navigation.ApiReference", "code", Permission.ReadKeys, Developers),
    ];

    /// <summary>The entry that the address belongs to: its page, or a page below it.</summary>
    public static NavigationEntry? Of(string address)
    {
        var path = AppRoutes.PathOf(address);
        return Entries.FirstOrDefault(entry => path == entry.Path || path.StartsWith(entry.Path + "/", StringComparison.Ordinal));
    }

    /// <summary>The page at the address as another organization has it. A key belongs to one organization: its page leads to the list.</summary>
    public static string SamePageOf(string address, string organization)
    {
        var path = AppRoutes.PathOf(address);
        return AppRoutes.Of(Entries.Any(entry => entry.Path == path) ? path : AppRoutes.Keys, organization);
    }
}
