using System.Text;

namespace AdminConsole.Benchmarks.Load;

/// <summary>The bytes of one verification, in which only the secret changes.</summary>
internal sealed class Request
{
    public const string Path = "/api/v1/keys/verify";
    public const string Scope = "vm:read";
    public const string ClientIp = "10.1.2.3";

    private readonly int _secretAt;

    public Request(string managementSecret, int secretLength)
    {
        var (before, after) = ("{\"secret\":\"", $"\",\"scopes\":[\"{Scope}\"],\"clientIp\":\"{ClientIp}\"}}");
        var head = $"POST {Path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {managementSecret}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {before.Length + secretLength + after.Length}\r\n\r\n";
        _secretAt = head.Length + before.Length;
        Bytes = Encoding.ASCII.GetBytes(head + before + new string(' ', secretLength) + after);
    }

    public byte[] Bytes { get; }

    /// <summary>For a connection of its own.</summary>
    public byte[] Copy() => [.. Bytes];

    public void Place(byte[] secret, byte[] request) => secret.CopyTo(request, _secretAt);
}
