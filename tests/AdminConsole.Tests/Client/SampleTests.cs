using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Client;

/// <summary>What the README shows is what is built, and works.</summary>
public sealed partial class SampleTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly string Here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Here, "../../../.."));

    [Fact]
    public async Task The_README_shows_the_sample()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository, "README.md"));
        var sample = await File.ReadAllTextAsync(Path.Combine(Repository, "samples/AdminConsole.Sample/Program.cs"));

        Assert.Contains($"```csharp\n{sample}```", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_lets_in_whom_it_should()
    {
        var management = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        var key = await served.CreateAsync(A.Settings(scopes: ["vm:read"]));
        using var sample = Start(management.Secret.Reveal());
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(sample) };
            var stranger = await client.GetAsync("/machines");
            client.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret.Reveal());
            var reader = await client.GetAsync("/machines");
            var editor = await client.DeleteAsync("/machines/7");

            Assert.Equal("ci-deploy sees the machines", await reader.Content.ReadAsStringAsync());
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (stranger.StatusCode, editor.StatusCode));
        }
        finally
        {
            sample.Kill(entireProcessTree: true);
            await sample.WaitForExitAsync();
        }
    }

    private Process Start(string managementKey)
    {
        var configuration = Path.GetFileName(Here);
        var program = Path.Combine(Here, "../../AdminConsole.Sample", configuration, "AdminConsole.Sample.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["AdminConsole__Address"] = served.Address.ToString();
        start.Environment["AdminConsole__ManagementKey"] = managementKey;
        return Process.Start(start)!;
    }

    /// <summary>Where it says that it listens.</summary>
    private static async Task<Uri> AddressAsync(Process sample)
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        while (await sample.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening.Match(line) is { Success: true } listening)
            {
                return new(listening.Groups["address"].Value);
            }
        }

        throw new InvalidOperationException("The sample ended before it listened.");
    }

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening { get; }
}
