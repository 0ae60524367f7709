using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Fixtures;

/// <summary>Finds things as a person, or a screen reader, does: by what they are and what they are called, in full.</summary>
internal static class Finding
{
    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Button(this ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Field(this IPage page, string name) => page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    public static ILocator Field(this ILocator within, string name) => within.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    public static ILocator Choice(this ILocator within, string name) => within.GetByRole(AriaRole.Combobox, new() { Name = name, Exact = true });

    public static ILocator Tick(this ILocator within, string name) => within.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true });

    public static ILocator Tab(this ILocator within, string name) => within.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    public static ILocator DialogNamed(this IPage page, string title) => page.GetByRole(AriaRole.Dialog, new() { Name = title, Exact = true });

    public static ILocator Title(this IPage page, string text) => page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = text, Exact = true });

    public static ILocator Row(this IPage page, string name) => page.GetByRole(AriaRole.Row, new() { Name = name });
}
