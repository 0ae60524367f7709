using System.Diagnostics;

namespace AdminConsole.Benchmarks.Load;

/// <summary>Loads a server on this machine with verifications, drawn evenly from the secrets.</summary>
internal sealed class HttpLoad(Request request, IReadOnlyList<byte[]> secrets)
{
    private int _seed;

    public async Task<LoadResult> RunAsync(int port, LoadPlan plan, CancellationToken cancellation)
    {
        List<Connection> connections = [.. Enumerable.Range(0, plan.Connections).Select(_ => new Connection(request, secrets, Interlocked.Increment(ref _seed)))];
        try
        {
            var begun = Stopwatch.GetTimestamp();
            var until = begun + (long)(plan.Length.TotalSeconds * Stopwatch.Frequency);
            await Task.WhenAll(connections.Select(connection => Task.Run(() => connection.RunAsync(port, until, plan, cancellation), cancellation)));
            return LoadResult.Of(connections, Stopwatch.GetElapsedTime(begun));
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }
}
