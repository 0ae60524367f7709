using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Secrets;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Secrets;

/// <summary>What is pasted into a field that searches stays out of every place that outlives the search.</summary>
[Collection(ConsoleCollection.Name)]
public sealed partial class SearchFieldTests(ConsoleFixture fixture, LoggedConsole logged) : IClassFixture<LoggedConsole>
{
    private static readonly Dictionary<string, ViewportSize> Screens = new(StringComparer.Ordinal)
    {
        ["desktop"] = new() { Width = 1440, Height = 900 },
        ["phone"] = new() { Width = 390, Height = 844 },
    };

    private readonly Places _places = new();
    private int _logged;

    private RunningConsole Console => logged.Console;

    public static MatrixTheoryData<string, string> FieldsOnScreens => new(SearchFields.All.Keys, Screens.Keys);

    [Theory]
    [MemberData(nameof(FieldsOnScreens))]
    public Task No_secret_hint_or_id_leaves_the_field_for_an_address_the_history_a_title_or_the_log(string field, string screen) =>
        RunAsync(screen, async page =>
        {
            await page.SignInAsync();
            await ExpectToLeaveNothingAsync(page, SearchFields.All[field]);
        });

    [Theory]
    [InlineData("top search on the look-up")]
    [InlineData("look-up")]
    public Task Nor_does_it_where_support_pastes_it(string field) => RunAsync("desktop", async page =>
    {
        await page.SignInAsync(DemoData.SupportEmail);
        await ExpectToLeaveNothingAsync(page, SearchFields.All[field]);
    });

    [Fact]
    public Task An_id_is_in_the_address_of_its_keys_own_page_alone() => RunAsync("desktop", async page =>
    {
        var key = await Console.CreateAsync("pasted-and-opened");
        await page.SignInAsync();
        StartLog();
        var traces = BrowserTraces.Of(page);

        await SearchFields.All["list search, submitted"](page, key.Id.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = key.Name, Exact = true }).ClickAsync();
        await Expect(page.Title(key.Name)).ToBeVisibleAsync();
        await traces.AddToAsync(_places);

        AddLog();
        Assert.StartsWith($"/keys/{key.Id}?", new Uri(page.Url).PathAndQuery, StringComparison.Ordinal);
        Assert.Empty(
            _places.With(
                text => text.Replace($"/keys/{key.Id}?", "", StringComparison.Ordinal).Contains(key.Id.ToString(), StringComparison.Ordinal)));
    });

    [Fact]
    public Task What_does_get_there_is_found_there() => RunAsync("desktop", async page =>
    {
        var secret = KeySecret.Generate(SecretEnvironment.Live);
        var hint = HintOf(secret);
        await page.SignInAsync();
        StartLog();
        var traces = BrowserTraces.Of(page);

        await page.EvaluateAsync(
            """
            async ([secret, hint]) => {
                history.replaceState(null, '', `?sought=${encodeURIComponent(secret + hint)}`);
                document.title = secret + hint;
                await fetch(`/health/live?sought=${encodeURIComponent(secret + hint)}`);
            }
            """,
            new[] { secret.Reveal(), hint });
        LogPlanted(Console.Get<ILogger<SearchFieldTests>>(), secret.Reveal() + hint);
        await traces.AddToAsync(_places);

        AddLog();
        string[] all = ["address", "history", "log", "referrer", "request", "title"];
        Assert.Equal(all, _places.With(new SecretTraces(secret.Reveal())).Order(StringComparer.Ordinal));
        Assert.Equal(all, _places.With(text => text.Contains(hint, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    });

    private async Task ExpectToLeaveNothingAsync(IPage page, Func<IPage, string, Task> searchAsync)
    {
        var own = await Console.CreateAsync($"pasted-{Guid.NewGuid():N}");
        var vendors = await Console.CreateAsync($"pasted-{Guid.NewGuid():N}", SecretFormat.Algolia);
        string[] pasted = [own.Secret.Reveal(), vendors.Secret.Reveal(), own.Id.ToString()];
        var hint = HintOf(own.Secret);
        StartLog();
        var traces = BrowserTraces.Of(page);

        foreach (var text in pasted.Append(hint))
        {
            await searchAsync(page, text);
            await traces.AddToAsync(_places);
        }

        AddLog();
        Assert.Empty(_places.With(new SecretTraces(pasted)));
        Assert.Empty(_places.With(text => text.Contains(hint, StringComparison.Ordinal)));
    }

    private Task RunAsync(string screen, Func<IPage, Task> test) => fixture.WithPageAsync(Console, test, new() { ViewportSize = Screens[screen] });

    /// <summary>As lists show it.</summary>
    private static string HintOf(KeySecret secret) => $"…{secret.Hint}";
    private void StartLog() => _logged = logged.Log.ToString().Length;

    private void AddLog() => _places.Add("log", logged.Log.ToString()[_logged..]);

    [LoggerMessage(1, LogLevel.Information, "Planted {Text}")]
    private static partial void LogPlanted(ILogger logger, string text);
}
