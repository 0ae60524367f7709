using System.Diagnostics;
using AdminConsole.Core.Usage.Recording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AdminConsole.Benchmarks.Servers;

/// <summary>Answers the benchmark's questions from inside the console's process: a question is one line of its input.</summary>
internal static class Probe
{
    public const string AnswerPrefix = "probe ";
    public const string AllocatedBytes = "allocated";
    public const string HeapBytes = "heap";
    public const string StopRecording = "record nothing";
    public const string StartRecording = "record";

    private static readonly TaskCompletionSource<IHost> BuiltHost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static void Start()
    {
        DiagnosticListener.AllListeners.Subscribe(new HostListener(BuiltHost));
        new Thread(Listen) { IsBackground = true, Name = nameof(Probe) }.Start();
    }

    private static void Listen()
    {
        while (Console.ReadLine() is { } question)
        {
            if (question is StopRecording or StartRecording)
            {
                BuiltHost.Task.GetAwaiter().GetResult().Services.GetRequiredService<UsageRecorder>().IsResting = question == StopRecording;
            }

            var bytes = question == HeapBytes ? GC.GetTotalMemory(forceFullCollection: true) : GC.GetTotalAllocatedBytes(precise: false);
            Console.WriteLine(FormattableString.Invariant($"{AnswerPrefix}{bytes}"));
        }
    }

    /// <summary>Hears of the host once it is built, as the tools of EF Core and of ASP.NET Core's tests do.</summary>
    private sealed class HostListener(TaskCompletionSource<IHost> host) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost built })
            {
                host.TrySetResult(built);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
