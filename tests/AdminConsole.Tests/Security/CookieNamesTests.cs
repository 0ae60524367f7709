using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Security;

public sealed class CookieNamesTests
{
    [Fact]
    public async Task Two_consoles_of_one_host_do_not_sign_each_other_out()
    {
        await using var first = await ConsoleApp.StartAsync();
        await using var second = await ConsoleApp.StartAsync();

        var (mine, yours) = (await NamesAsync(first), await NamesAsync(second));

        Assert.Equal(2, mine.Count);
        Assert.Empty(mine.Intersect(yours));
        Assert.Equal(mine, await NamesAsync(first));
    }

    private static async Task<List<string>> NamesAsync(ConsoleApp app)
    {
        using var browser = app.OpenBrowser();
        var opened = await browser.GetAsync("/account/sign-in");
        var entered = await browser.SignInAsync(ConsoleApp.Email, ConsoleApp.Password);
        return [.. opened.SetCookies().Concat(entered.SetCookies()).Select(cookie => cookie.Split('=')[0])];
    }
}
