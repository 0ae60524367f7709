using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AdminConsole.Benchmarks.Load;

/// <summary>One connection that is kept alive: sends prepared bytes and waits for the answer, again and again.</summary>
internal sealed class Connection(Request request, IReadOnlyList<byte[]> secrets, int seed) : IDisposable
{
    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> LengthName => "Content-Length: "u8;

    private static ReadOnlySpan<byte> Chunked => "Transfer-Encoding: chunked"u8;

    private static ReadOnlySpan<byte> LastChunk => "\r\n0\r\n\r\n"u8;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request = request.Copy();
    private byte[] _answer = new byte[16 * 1024];
    private readonly Random _random = new(seed);

    public Latencies Latencies { get; } = new();

    public long Allowed { get; private set; }

    public async Task RunAsync(int port, long until, LoadPlan plan, CancellationToken cancellation)
    {
        TimeSpan? interval = plan.PerSecond is { } rate ? TimeSpan.FromSeconds((double)plan.Connections / rate) : null;
        await _socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
        try
        {
            await AskAsync(until, plan.Count / plan.Connections, interval, cancellation);
        }
        catch (Exception gone) when (plan.EndsWithServer && gone is SocketException or ServerGoneException)
        {
            // What was answered until then is what counts.
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task AskAsync(long until, long count, TimeSpan? interval, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < count && Stopwatch.GetTimestamp() < until; sent++)
        {
            if (interval is { } each && each * sent - Stopwatch.GetElapsedTime(begun) is { TotalMilliseconds: >= 1 } early)
            {
                await Task.Delay(early, cancellation);
            }

            await AskAsync(cancellation);
        }
    }

    private async ValueTask AskAsync(CancellationToken cancellation)
    {
        request.Place(secrets[_random.Next(secrets.Count)], _request);
        var start = Stopwatch.GetTimestamp();
        await _socket.SendAsync(_request, cancellation);
        var received = 0;
        do
        {
            if (received == _answer.Length)
            {
                Array.Resize(ref _answer, received * 2);
            }

            var read = await _socket.ReceiveAsync(_answer.AsMemory(received), cancellation);
            received += read > 0 ? read : throw new ServerGoneException();
        }
        while (!IsWhole(received));

        Latencies.Add(Stopwatch.GetElapsedTime(start));
        Allowed += _answer.AsSpan(0, received).IndexOf(request.Accepted) >= 0 ? 1 : 0;
    }

    private bool IsWhole(int received)
    {
        var text = _answer.AsSpan(0, received);
        var headEnd = text.IndexOf(HeadEnd);
        if (headEnd < 0)
        {
            return false;
        }

        var head = text[..headEnd];
        var length = head.IndexOf(LengthName);
        if (length >= 0 && Utf8Parser.TryParse(text[(length + LengthName.Length)..], out int body, out _))
        {
            return received >= headEnd + HeadEnd.Length + body;
        }

        // JSON holds no line break but between its tokens: nothing but the last chunk looks like it.
        return head.IndexOf(Chunked) >= 0 ? text.EndsWith(LastChunk) : throw new InvalidOperationException("The answer has no length.");
    }

    private sealed class ServerGoneException() : IOException("The server closed the connection.");
}
