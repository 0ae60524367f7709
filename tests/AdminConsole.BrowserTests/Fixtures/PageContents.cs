using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Fixtures;

internal static class PageContents
{
    /// <summary>All that a page holds and anything in it could read: markup, what fields say, storage, the address and its history entry.</summary>
    public static Task<string> ContentsAsync(this IPage page) => page.EvaluateAsync<string>(
        """
        () => [
            document.documentElement.outerHTML,
            ...[...document.querySelectorAll('input, textarea, select')].map(field => field.value),
            JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state), document.cookie, location.href,
        ].join('\n')
        """);
}
