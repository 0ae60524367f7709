using AdminConsole.Benchmarks.Load;
using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Peers;

/// <summary>What each side is asked, and what its answer holds when it is not a refusal.</summary>
internal static class PeerRequests
{
    public const string BetterAuthReady = "/";
    public const string StrapiReady = "/_health";

    // Better Auth takes a change with a cookie from its own pages alone.
    private const string Origin = "Origin: http://localhost";

    private const string Valid = "\"valid\":true";

    public static HttpLoad BetterAuthVerification(Peer peer) =>
        new(new("POST /verify", "Accept: */*", $"{{\"key\":\"{Request.Secret}\"}}", Valid, peer.SecretLength), peer.Secrets);

    public static HttpLoad StrapiVerification(Peer peer) =>
        new(new("POST /api/verify", $"Authorization: Bearer {Request.Secret}", "{}", Valid, peer.SecretLength), peer.Secrets);

    public static HttpLoad BetterAuthList(string session) =>
        new(new("GET /api/auth/api-key/list?limit=50&sortBy=createdAt&sortDirection=desc", $"Cookie: {session}", "", "\"apiKeys\":[{"));

    public static HttpLoad BetterAuthCreation(string session) =>
        new(new("POST /api/auth/api-key/create", $"{Origin}\r\nCookie: {session}", "{\"name\":\"checkout-worker-eu-west\"}", "\"key\":\""));

    /// <summary>The cookie of the user whose keys they are.</summary>
    public static async Task<string> SignInAsync(Server betterAuth, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"http://127.0.0.1:{betterAuth.Port}/session"), cancellation);
    }
}
