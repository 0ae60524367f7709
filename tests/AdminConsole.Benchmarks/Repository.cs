using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace AdminConsole.Benchmarks;

internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepoRoot").Value!;

    /// <summary>The console as it is delivered: see <see cref="PublishAsync"/>.</summary>
    public static string ConsoleFile => Path.Combine(Published, "AdminConsole.Web.dll");

    /// <summary>Where data sets are kept from run to run: making a million keys takes a while.</summary>
    public static string DataSets => Path.Combine(Root, "artifacts", "benchmark-data");

    /// <summary>Where the products that the console is held against are installed.</summary>
    public static string Peers => Path.Combine(Root, "artifacts", "peers");

    private static string Published => Path.Combine(Root, "artifacts", "published");

    /// <summary>Publishes the console as the README says.</summary>
    public static Task PublishAsync() => RunAsync(
        "dotnet",
        [
            "publish", Path.Combine(Root, "src", "AdminConsole.Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained",
            "false",
            "-o", Published, "--nologo", "-v", "quiet",
        ],
        Root,
        "The console could not be published.");

    /// <summary>Runs a program to its end.</summary>
    /// <param name="fault">What to say when it fails.</param>
    public static async Task RunAsync(string program, IReadOnlyList<string> arguments, string directory, string fault)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = directory })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(fault);
        }
    }
}
