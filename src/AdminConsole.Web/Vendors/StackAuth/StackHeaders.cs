namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>The headers of Stack's clients. The vendor was renamed: newer clients send <c>x-hexclave-…</c>, older ones <c>x-stack-…</c>.</summary>
internal static class StackHeaders
{
    public const string ServerAccess = "server";
    public const string AdminAccess = "admin";

    /// <summary>Tells a client which of Stack's errors an answer is. Older clients read the one, newer ones either.</summary>
    public static void SendKnownError(HttpResponse response, string code)
    {
        response.Headers["x-stack-known-error"] = code;
        response.Headers["x-hexclave-known-error"] = code;
    }

    public static string ProjectOf(HttpRequest request) => Read(request, "project-id");

    /// <summary>What the caller wants to be. Where nothing is said, as in the documents' own examples, a server.</summary>
    public static string AccessOf(HttpRequest request) => Read(request, "access-type") is { Length: > 0 } access ? access : ServerAccess;

    /// <summary>The server's key, or the admin's in its place; empty for a caller that wants to be less.</summary>
    public static string SecretOf(HttpRequest request) => AccessOf(request) switch
    {
        ServerAccess or AdminAccess when Read(request, "secret-server-key") is { Length: > 0 } server => server,
        AdminAccess => Read(request, "super-secret-admin-key"),
        _ => "",
    };

    private static string Read(HttpRequest request, string name) =>
        request.Headers[$"x-hexclave-{name}"].ToString() is { Length: > 0 } newer ? newer : request.Headers[$"x-stack-{name}"].ToString();
}
