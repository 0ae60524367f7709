using AdminConsole.Benchmarks.Reporting;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AdminConsole.Benchmarks.Pieces;

/// <summary>What a verification is made of, each piece alone.</summary>
internal static class PiecesBenchmark
{
    public static Task RunAsync(Options options, Report report)
    {
        // In this process: a build of its own for each would take longer than the measuring.
        var job = (options.Quick ? Job.ShortRun : Job.MediumRun).WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(NullLogger.Instance);
        foreach (var result in BenchmarkRunner.Run<VerificationPieces>(config).Reports.Where(result => result.ResultStatistics is not null))
        {
            var bytes = result.GcStats.GetBytesAllocatedPerOperation(result.BenchmarkCase) ?? 0;
            report.Note(FormattableString.Invariant(
                $"{result.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo}: {result.ResultStatistics!.Median:N0} ns, {bytes:N0} B"));
        }

        return Task.CompletedTask;
    }
}
