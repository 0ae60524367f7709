using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>A client that sends whatever bytes it is given: the libraries refuse most of what is sent here.</summary>
internal sealed class RawConnection(Uri server) : IDisposable
{
    private readonly byte[] _received = new byte[16 * 1024];
    private TcpClient? _connection;
    private NetworkStream? _stream;
    private int _read;
    private int _filled;

    /// <summary>The answer; none when the server cut the connection instead.</summary>
    public async Task<Answer?> AskAsync(Draft draft, CancellationToken cancellation)
    {
        if (draft.EndsConnection)
        {
            Close();
        }

        // A connection that was kept may have been cut meanwhile, which says nothing about this request.
        var kept = _connection is not null;
        return await TryAsync(draft, cancellation) ?? (kept ? await TryAsync(draft, cancellation) : null);
    }

    /// <summary>The next request has a connection of its own.</summary>
    public void Close()
    {
        _connection?.Dispose();
        _connection = null;
        _read = _filled = 0;
    }

    public void Dispose() => Close();

    private async Task<Answer?> TryAsync(Draft draft, CancellationToken cancellation)
    {
        try
        {
            await OpenAsync(cancellation);
            var sent = SendAsync(draft, cancellation);
            var answer = await ReadAnswerAsync(draft.Method, cancellation);
            var isWhole = sent.IsCompleted;
            await sent;
            if (!isWhole || draft.EndsConnection || answer.Closes || answer.IsFeed)
            {
                Close();
            }

            return answer;
        }
        catch (Exception cut) when (cut is IOException or SocketException)
        {
            Close();
            return null;
        }
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (_connection is null)
        {
            _connection = new() { NoDelay = true };
            await _connection.ConnectAsync(server.Host, server.Port, cancellation);
            _stream = _connection.GetStream();
        }
    }

    // A server that answers early may cut off what is still being sent.
    private async Task SendAsync(Draft draft, CancellationToken cancellation)
    {
        try
        {
            await _stream!.WriteAsync(draft.ToBytes(), cancellation);
            if (draft.EndsConnection)
            {
                _connection!.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception cut) when (cut is IOException or SocketException)
        {
        }
    }

    private async Task<Answer> ReadAnswerAsync(string method, CancellationToken cancellation)
    {
        while (true)
        {
            var status = int.Parse((await ReadLineAsync(cancellation)).Split(' ')[1], CultureInfo.InvariantCulture);
            var headers = await ReadHeadersAsync(cancellation);
            if (status >= 200)
            {
                var answer = new Answer(status, headers, []);
                return method == "HEAD" || answer.IsFeed ? answer : answer with { Body = await ReadBodyAsync(answer, cancellation) };
            }
        }
    }

    private async Task<Dictionary<string, string>> ReadHeadersAsync(CancellationToken cancellation)
    {
        Dictionary<string, string> headers = new(StringComparer.Ordinal);
        while (await ReadLineAsync(cancellation) is { Length: > 0 } line)
        {
            var parts = line.Split(':', 2);
            headers[parts[0].ToLowerInvariant()] = parts[1].Trim();
        }

        return headers;
    }

    private async Task<byte[]> ReadBodyAsync(Answer answer, CancellationToken cancellation) => answer switch
    {
        { Status: 204 or 304 } => [],
        _ when answer.Headers.TryGetValue("content-length", out var length) =>
            await ReadBytesAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellation),
        _ when answer.Headers.ContainsKey("transfer-encoding") => await ReadChunksAsync(cancellation),
        _ => [],
    };

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellation)
    {
        List<byte> body = [];
        while (int.Parse(await ReadLineAsync(cancellation), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var size and > 0)
        {
            body.AddRange(await ReadBytesAsync(size, cancellation));
            await ReadLineAsync(cancellation);
        }

        await ReadLineAsync(cancellation);
        return [.. body];
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        List<byte> line = [];
        while (await ReadByteAsync(cancellation) is var next && next != '\n')
        {
            line.Add(next);
        }

        return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    private async Task<byte[]> ReadBytesAsync(int count, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        for (var done = 0; done < count;)
        {
            await FillAsync(cancellation);
            var taken = Math.Min(count - done, _filled - _read);
            _received.AsSpan(_read, taken).CopyTo(bytes.AsSpan(done));
            (_read, done) = (_read + taken, done + taken);
        }

        return bytes;
    }

    private async ValueTask<byte> ReadByteAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        return _received[_read++];
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_read == _filled)
        {
            (_read, _filled) = (0, await _stream!.ReadAsync(_received, cancellation));
            if (_filled == 0)
            {
                throw new EndOfStreamException();
            }
        }
    }
}
