using System.Diagnostics;
using System.Text.RegularExpressions;
using AdminConsole.BrowserTests.Fixtures;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed partial class FirstUseTests(ConsoleFixture console)
{
    [Fact]
    public Task The_copied_command_verifies_the_key_and_the_dialog_hears_of_it() => console.WithPageAsync(
        async page =>
        {
            using var service = await AskingService.StartAsync(console.Console);
            await page.SignInAsync();
            var create = await page.OpenCreateDialogAsync();
            await create.Field("Name").FillAsync("first-use");
            await create.Tick("vm:read").CheckAsync();
            await create.Tab("Networks").ClickAsync();
            await create.AddEntryAsync("Allowed networks", "203.0.113.0/24");
            await create.Button("Create key").ClickAsync();
            var reveal = page.DialogNamed(KeySteps.RevealTitle);
            await Expect(reveal.GetByText("Waiting for the first verification")).ToBeVisibleAsync();

            await reveal.Button("Copy this").ClickAsync();
            await Expect(reveal.Button("Copied")).ToBeVisibleAsync();
            var command = await (await page.Context.NewPageAsync()).PasteAsync();
            Assert.DoesNotContain(SecretOf(command), await page.ContentsAsync(), StringComparison.Ordinal);
            Assert.Contains("\"code\":\"VALID\"", await RunAsync(command, service.ManagementSecret), StringComparison.Ordinal);

            await Expect(reveal.GetByText("Verified from 203.0.113.0")).ToBeVisibleAsync();
        },
        new() { Permissions = ["clipboard-read", "clipboard-write"] });

    private static async Task<string> RunAsync(string command, string managementSecret)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["MANAGEMENT_KEY"] = managementSecret;
        using var shell = Process.Start(start)!;
        return await shell.StandardOutput.ReadToEndAsync();
    }

    private static string SecretOf(string command) =>
        Secret().Match(command).Value is { Length: > 0 } secret ? secret : throw new FormatException(command);

    [GeneratedRegex("akc_live_[0-9A-Za-z]{49}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
