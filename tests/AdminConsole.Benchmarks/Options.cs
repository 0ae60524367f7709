using System.Globalization;
using AdminConsole.Benchmarks.Verify;

namespace AdminConsole.Benchmarks;

/// <summary>What is measured, and for how long.</summary>
internal sealed record Options(string Command, bool Quick, int ManyKeys)
{
    public RunLength Length => Quick ? RunLength.Quick : RunLength.Full;

    public int Repetitions => Quick ? 40 : 200;

    public static Options Parse(string[] args) => new(
        args.FirstOrDefault() ?? "all",
        args.Contains("--quick"),
        int.Parse(ValueOf(args, "--many") ?? "1000000", CultureInfo.InvariantCulture));

    private static string? ValueOf(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
