namespace AdminConsole.Web.Components.Display;

/// <summary>
/// The icons, by the names in wwwroot-assets/icons/symbols.txt. They lie in one SVG file that the browser keeps, so a page sends only their names.
/// </summary>
internal static class Symbol
{
    private const string File = "icons/symbols.svg";

    public static string Address(string name) => $"{File}#{name}";

    /// <summary>The icon as a component of the library takes it.</summary>
    public static string Of(string name) => $"<use href=\"{Address(name)}\"/>";
}
