using System.Runtime.InteropServices;

namespace AdminConsole.Benchmarks.Reporting;

internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";

    /// <summary>What the figures were measured on, and how busy it was with other things.</summary>
    public static string Describe()
    {
        var load = File.Exists(LoadFile) ? $", load {File.ReadAllText(LoadFile).Split(' ')[0]}" : "";
        return $"{RuntimeInformation.FrameworkDescription} on {Environment.ProcessorCount} cores ({RuntimeInformation.OSArchitecture}{load})";
    }
}
