using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Tests.Fixtures.Pages;

/// <summary>Finds on a page what a person would: buttons and links by their words.</summary>
public static class PageElements
{
    private const string Words = "span:not(.ac-icon)";

    /// <summary>The last one, where several have these words: that of the dialog on top.</summary>
    public static IElement Button<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => page.Buttons(text).Last();

    public static bool HasButton<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => page.Buttons(text).Any();

    public static Task ClickAsync<T>(this IRenderedComponent<T> page, string button)
        where T : IComponent => page.Button(button).ClickAsync(new());

    /// <summary>Opens the field's list, which the page shows in its layer of popovers, and takes the entry with these words.</summary>
    public static async Task ChooseAsync<T>(this IRenderedComponent<T> popovers, IElement field, string text)
        where T : IComponent
    {
        await field.MouseDownAsync(new());
        await popovers.WaitForStateAsync(() => popovers.Options(text).Any());
        await popovers.Options(text).Last().ClickAsync(new());
    }

    /// <summary>The texts of the elements, in their order on the page.</summary>
    public static IReadOnlyList<string> Texts<T>(this IRenderedComponent<T> page, string selector)
        where T : IComponent => [.. page.FindAll(selector).Select(element => element.TextContent.Trim())];

    private static IEnumerable<IElement> Buttons<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Where(button => button.Name() == text);

    private static IEnumerable<IElement> Options<T>(this IRenderedComponent<T> popovers, string text)
        where T : IComponent => popovers.FindAll("[role=option]").Where(option => option.TextContent.Trim() == text);

    private static string Name(this IElement button) =>
        button.GetAttribute("aria-label") ?? (button.QuerySelector(Words) ?? button).TextContent.Trim();
}
