using System.Text;

namespace AdminConsole.Benchmarks.Load;

/// <summary>The bytes of one request, in which only the secret changes.</summary>
internal sealed class Request
{
    public const string Path = "/api/v1/keys/verify";
    public const string Scope = "vm:read";
    public const string ClientIp = "10.1.2.3";

    /// <summary>Stands in a header or in the body where the secret goes.</summary>
    public const string Secret = "<secret>";

    private readonly int _secretAt;

    /// <param name="line">Method and target.</param>
    /// <param name="header">What the head holds beside what every request has: a line, or several.</param>
    /// <param name="accepted">What an answer holds when it is not a refusal.</param>
    public Request(string line, string header, string body, string accepted, int secretLength = 0)
    {
        var gap = new string(' ', secretLength);
        var text = $"{line} HTTP/1.1\r\nHost: localhost\r\n{header}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Replace(Secret, gap, StringComparison.Ordinal).Length}\r\n\r\n{body}";
        _secretAt = Math.Max(0, text.IndexOf(Secret, StringComparison.Ordinal));
        Bytes = Encoding.ASCII.GetBytes(text.Replace(Secret, gap, StringComparison.Ordinal));
        Accepted = Encoding.ASCII.GetBytes(accepted);
    }

    public byte[] Bytes { get; }

    public byte[] Accepted { get; }

    public static Request Verification(string managementSecret, int secretLength) => new(
        $"POST {Path}",
        Bearer(managementSecret),
        $"{{\"secret\":\"{Secret}\",\"scopes\":[\"{Scope}\"],\"clientIp\":\"{ClientIp}\"}}",
        "\"VALID\"",
        secretLength);

    /// <summary>The newest fifty keys.</summary>
    public static Request List(string managementSecret) =>
        new("GET /api/v1/keys?limit=50&sort=created&dir=desc", Bearer(managementSecret), "", "\"keys\":[{");

    public static Request Creation(string managementSecret) =>
        new("POST /api/v1/keys", Bearer(managementSecret), "{\"name\":\"checkout-worker-eu-west\",\"scopes\":[\"vm:read\"]}", "HTTP/1.1 201");

    /// <summary>For a connection of its own.</summary>
    public byte[] Copy() => [.. Bytes];

    public void Place(byte[] secret, byte[] request) => secret.CopyTo(request, _secretAt);

    private static string Bearer(string managementSecret) => $"Authorization: Bearer {managementSecret}";
}
