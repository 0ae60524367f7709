using System.Globalization;
using System.Text;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>A request in the making: begun as one that makes sense, then changed.</summary>
/// <param name="path">The route's pattern with something in the place of its parameters.</param>
internal sealed class Draft(string method, string pattern, string path)
{
    private readonly string _method = method;
    private readonly string _path = path;

    public string Method { get; set; } = method;

    /// <summary>Of the route that it was begun for.</summary>
    public string Pattern { get; } = pattern;

    public string Route => $"{_method} {Pattern}";

    public string Path { get; set; } = path;

    /// <summary>Whether the request still goes where its route is: a changed method or path leads elsewhere.</summary>
    public bool IsAtRoute => Method == _method && Path == _path;

    /// <summary>With its question mark, or empty.</summary>
    public string Query { get; set; } = "";

    public List<(string Name, string Value)> Headers { get; } = [];

    /// <summary>None is not an empty one.</summary>
    public byte[]? Body { get; set; }

    /// <summary>How the body is sent: the headers that say so, and its bytes.</summary>
    public Func<byte[], byte[]> Transfer { get; set; } = WithLength;

    /// <summary>What becomes of the whole on its way.</summary>
    public Func<byte[], byte[]> Way { get; set; } = whole => whole;

    /// <summary>Nothing can be expected to follow on the same connection, and the server may cut it instead of an answer.</summary>
    public bool EndsConnection { get; set; }

    public byte[] ToBytes()
    {
        var head = new StringBuilder($"{Method} {Path}{Query} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return Way([.. Encoding.UTF8.GetBytes(head.ToString()), .. Body is null ? "\r\n"u8 : Transfer(Body)]);
    }

    public void Set(string header, string value)
    {
        Remove(header);
        Headers.Add((header, value));
    }

    public void Remove(string header) => Headers.RemoveAll(given => given.Name == header);

    private static byte[] WithLength(byte[] body) => [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
}
