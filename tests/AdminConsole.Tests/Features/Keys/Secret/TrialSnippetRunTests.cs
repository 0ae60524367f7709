using System.Diagnostics;
using AdminConsole.Client;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Secret;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AdminConsole.Tests.Features.Keys.Secret;

/// <summary>What the reveal dialog offers to copy works as it stands.</summary>
public sealed class TrialSnippetRunTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    // What a new web project has for all its files.
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    [Fact]
    public async Task The_command_verifies_a_key_that_is_limited_to_networks()
    {
        var key = await served.CreateAsync(A.Settings() with { AllowedCidrs = ["10.1.0.0/16"] });

        var answer = await RunAsync(SnippetOf(key, KeyKind.Service, "10.1.0.0/16").Curl);

        Assert.Contains("\"code\":\"VALID\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_lists_keys_with_a_management_key()
    {
        var key = await served.CreateManagementKeyAsync(ManagementScopes.ReadKeys);

        var answer = await RunAsync(SnippetOf(key, KeyKind.Management, network: null).Curl);

        Assert.StartsWith("{\"keys\":[{\"id\":\"key_", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeyKind.Service, "http://localhost:5080/")]
    [InlineData(KeyKind.Service, "http://keys.example/console/")]
    [InlineData(KeyKind.Service, "https://keys.example/")]
    [InlineData(KeyKind.Management, "https://keys.example/")]
    public async Task The_program_compiles_as_it_is_shown(KeyKind kind, string console)
    {
        var key = await served.CreateAsync(A.Settings());

        var snippet = TrialSnippet.Of(Created(key, kind, network: null), new(console), "••••••••••••3f9a");

        Assert.Empty(Compile(snippet.Net));
    }

    private static IEnumerable<Diagnostic> Compile(string program)
    {
        string[] frameworks = [typeof(object).Assembly.Location, typeof(WebApplication).Assembly.Location];
        var references = frameworks.Select(Path.GetDirectoryName).SelectMany(folder => Loaded.Where(file => Path.GetDirectoryName(file) == folder))
            .Append(typeof(AdminConsoleKeyDefaults).Assembly.Location);
        return CSharpCompilation.Create(
            "Shown",
            [CSharpSyntaxTree.ParseText(program), CSharpSyntaxTree.ParseText(ImplicitUsings)],
            references.Select(file => MetadataReference.CreateFromFile(file)),
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable))
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    /// <summary>All assemblies that this process may load: those of the frameworks among them.</summary>
    private static IEnumerable<string> Loaded => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private TrialSnippet SnippetOf(CreatedKey key, KeyKind kind, string? network) =>
        TrialSnippet.Of(Created(key, kind, network), served.Address, key.Secret.Reveal());

    private RevealedKey Created(CreatedKey key, KeyKind kind, string? network) =>
        new(new(served.Acme, key.Id), key.Name, kind, network, new(key.Secret));

    private async Task<string> RunAsync(string command)
    {
        var caller = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        var start = new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["MANAGEMENT_KEY"] = caller.Secret.Reveal();
        using var shell = Process.Start(start)!;
        return await shell.StandardOutput.ReadToEndAsync();
    }
}
