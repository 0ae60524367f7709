using System.Collections.Concurrent;
using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using AdminConsole.Core.Secrets;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Secrets;

/// <summary>
/// Lets a console with every log switched on live through all that happens to secrets, and then looks for them wherever they
/// must not be. A planted secret, found in the same places, proves that the search looks there.
/// </summary>
[Collection(ConsoleCollection.Name)]
public sealed partial class SecretLeakTests(ConsoleFixture fixture) : IAsyncDisposable
{
    private const int KeysByDialog = 3;
    private const int Keys = 50;
    private const string Address = "203.0.113.9";

    private readonly TraceLog _log = new();
    private readonly Places _places = new();
    private readonly ConcurrentQueue<string> _addresses = [];
    private readonly List<string> _secrets = [];
    private RunningConsole? _console;

    private RunningConsole Console => _console ??= RunningConsole.WithEveryLog(_log);

    [Fact]
    public Task No_piece_of_a_secret_stays_anywhere_once_its_dialog_is_closed() => fixture.WithPageAsync(Console, async page =>
    {
        page.Context.Request += (_, request) => _addresses.Enqueue(request.Url);
        page.WebSocket += (_, socket) => _addresses.Enqueue(socket.Url);
        page.FrameNavigated += (_, frame) => _addresses.Enqueue(frame.Url);
        await page.SignInAsync();
        await CreateAsync(page);
        await VerifyAsync();
        await LookUpAsync(page);
        await EditAndRevokeAsync(page);
        var planted = await PlantAsync(page);

        await VisitAsync(page, planted);
        _places.Add("addresses", string.Join('\n', _addresses));
        _places.Add("log", _log.ToString());
        _places.AddFiles(Console.DataDirectory);

        Assert.Empty(_places.With(new SecretTraces(_secrets)));
        Assert.Equal(
            ["addresses", "dialog to create", "dialog to edit", "files", "log", "page of the key"],
            _places.With(new SecretTraces(planted)).Order(StringComparer.Ordinal));
    });

    public async ValueTask DisposeAsync()
    {
        if (_console is not null)
        {
            await _console.DisposeAsync();
        }
    }

    private async Task CreateAsync(IPage page)
    {
        for (var index = 0; index < KeysByDialog; index++)
        {
            var reveal = await page.CreateKeyAsync($"leak-dialog-{index}");
            _secrets.Add(await reveal.ReadSecretAsync());
            await reveal.CloseRevealAsync();
            await _places.AddPageAsync("list after the reveal", page);
        }

        while (_secrets.Count < Keys)
        {
            _secrets.Add((await Console.CreateAsync($"leak-{_secrets.Count}")).Secret.Reveal());
        }
    }

    /// <summary>
    /// As services do, and as they should not: with a letter missing, with a service's key for a management key, with a body that is no JSON.
    /// </summary>
    private async Task VerifyAsync()
    {
        using var service = await AskingService.StartAsync(Console);
        foreach (var secret in _secrets)
        {
            Assert.Equal("VALID", (await service.AskAsync(secret, Address, "vm:read")).Code);
            Assert.Equal("NOT_FOUND", (await service.AskAsync(secret[..^1], Address)).Code);
        }

        using var stranger = Console.CreateClient();
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", _secrets[0]);
        using var answer = await stranger.PostAsync("/api/v1/keys/verify", new StringContent($"{{ secret: {_secrets[1]} }}"));
        _places.Add("refusal of a service's key", await answer.Content.ReadAsStringAsync());
        _places.Add("refusal of a malformed body", await service.SendAsync($"{{ secret: {_secrets[1]} }}"));
        _secrets.Add(service.ManagementSecret);
    }

    private async Task LookUpAsync(IPage page)
    {
        await page.LookUpAsync(string.Join("\n", _secrets.Select(secret => $"level=info token={secret}")));
        await Expect(page.GetByText($"Secrets seen: {_secrets.Count}. Keys found: {_secrets.Count}.")).ToBeVisibleAsync();
        await _places.AddPageAsync("look-up of many", page);
        await page.LookUpAsync(_secrets[0]);
        await _places.AddPageAsync("look-up of one", page);
    }

    private async Task EditAndRevokeAsync(IPage page)
    {
        await page.ListKeysAsync("leak-dialog-0");
        await page.ChooseActionAsync("leak-dialog-0", "Edit");
        var edit = page.DialogNamed("Edit key");

        // The dialog puts the focus there as it opens; what is typed before would land there too.
        await Expect(edit.Field("Name")).ToBeFocusedAsync();
        await edit.Field("Description").FillAsync("edited");
        await _places.AddPageAsync("dialog to edit", page);
        await edit.Button("Save changes").ClickAsync();
        await Expect(edit).ToHaveCountAsync(0);

        await page.ChooseActionAsync("leak-dialog-0", "Revoke");
        var revoke = page.DialogNamed("Revoke key");
        await revoke.ChooseAsync("Reason", "Leaked");
        await revoke.Field("Type leak-dialog-0 to confirm").FillAsync("leak-dialog-0");
        await _places.AddPageAsync("dialog to revoke", page);
        await revoke.Button("Revoke key").ClickAsync();
        await Expect(page.Row("leak-dialog-0")).ToContainTextAsync("Revoked");
    }

    /// <summary>Puts a secret where none belongs: into a key's name, an address and the log.</summary>
    private async Task<string> PlantAsync(IPage page)
    {
        var secret = KeySecret.Generate(SecretEnvironment.Test).Reveal();
        await Console.CreateAsync(secret);
        await page.ListKeysAsync(secret);
        LogPlanted(Console.Get<ILogger<SecretLeakTests>>(), secret);
        return secret;
    }

    private async Task VisitAsync(IPage page, string planted)
    {
        await page.ChooseActionAsync(planted, "Edit");
        await Expect(page.DialogNamed("Edit key").Field("Name")).ToHaveValueAsync(planted);
        await _places.AddPageAsync("dialog to edit", page);
        await page.GotoAsync("/keys?org=acme");
        var create = await page.OpenCreateDialogAsync();
        await _places.AddPageAsync("dialog to create", page);
        await create.Button("Cancel").ClickAsync();
        foreach (var name in new[] { planted, "leak-dialog-0", "leak-dialog-1" })
        {
            await page.OpenKeyAsync(name);
            await _places.AddPageAsync("page of the key", page);
            await _places.AddResponseAsync(page, new Uri(page.Url).PathAndQuery);
        }

        foreach (var path in new[] { "/", "/keys?org=acme", "/lookup", "/account/change-password", "/account/sign-in", "/nowhere" })
        {
            await _places.AddResponseAsync(page, path);
        }
    }

    [LoggerMessage(1, LogLevel.Trace, "Planted {Secret}")]
    private static partial void LogPlanted(ILogger logger, string secret);
}
