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

    private static string Published => Path.Combine(Root, "artifacts", "published");

    /// <summary>Publishes the console as the README says.</summary>
    public static async Task PublishAsync()
    {
        using var publish = Process.Start("dotnet", [
            "publish", Path.Combine(Root, "src", "AdminConsole.Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-o", Published, "--nologo", "-v", "quiet"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException("The console could not be published.");
        }
    }
}
