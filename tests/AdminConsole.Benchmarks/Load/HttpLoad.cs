using System.Diagnostics;
using AdminConsole.Benchmarks.Data;

namespace AdminConsole.Benchmarks.Load;

/// <summary>Loads a server on this machine with one request, its secret drawn evenly from the secrets.</summary>
internal sealed class HttpLoad(Request request, IReadOnlyList<byte[]> secrets)
{
    private int _seed;

    /// <summary>The same request always: no secret is in its place.</summary>
    public HttpLoad(Request request)
        : this(request, [[]])
    {
    }

    /// <summary>Verifications of a console's keys.</summary>
    public static HttpLoad Of(KnownKeys keys) => new(Request.Verification(keys.ManagementSecret, keys.Secrets[0].Length), keys.Secrets);

    /// <summary>An operator's script that goes through the newest keys.</summary>
    public static HttpLoad ListOf(KnownKeys keys) => new(Request.List(keys.ManagementSecret));

    /// <summary>An operator's script that creates keys.</summary>
    public static HttpLoad CreationOf(KnownKeys keys) => new(Request.Creation(keys.ManagementSecret));

    public async Task<LoadResult> RunAsync(int port, LoadPlan plan, CancellationToken cancellation)
    {
        List<Connection> connections =
        [
            .. Enumerable.Range(0, plan.Connections).Select(_ => new Connection(request, secrets, Interlocked.Increment(ref _seed))),
        ];
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
