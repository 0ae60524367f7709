using System.Reflection;

namespace AdminConsole.Benchmarks;

internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepoRoot").Value!;

    /// <summary>The console as it is delivered, of this build's configuration.</summary>
    public static string ConsoleFile => Path.Combine(
        Root, "artifacts", "bin", "AdminConsole.Web", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), "AdminConsole.Web.dll");

    /// <summary>Where data sets are kept from run to run: making a million keys takes a while.</summary>
    public static string DataSets => Path.Combine(Root, "artifacts", "benchmark-data");
}
