using System.Net;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Web.Problems;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Connections.Features;

namespace AdminConsole.Web.Api.Authentication;

/// <summary>Reads a caller's management key: <c>Authorization: Bearer akc_mgmt_…</c>.</summary>
internal sealed class ManagementKeyAuthenticator(
    ManagementKeyVerifier verifier, CacheFreshness freshness, CredentialFailureLimiter failures)
{
    private const string Scheme = "Bearer ";
    private const string RetryAfterSeconds = "60";
    private const string RetryAfterOutageSeconds = "2";

    public static readonly ApiProblem Refused = new(
        StatusCodes.Status401Unauthorized, "credentials.invalid", "Send a valid management key as “Authorization: Bearer …”.");

    public static readonly ApiProblem Throttled = new(
        StatusCodes.Status429TooManyRequests, "credentials.throttled", "Too many invalid credentials came from this address. Wait a minute.");

    public static readonly ApiProblem Stale = ApiProblem.Of([CacheFreshness.Stale]);

    /// <summary>The secret in the usual header; empty without one.</summary>
    public static string BearerOf(HttpRequest request) => SecretIn(request.Headers.Authorization.ToString()).ToString();

    /// <summary>The caller, or the problem to answer with.</summary>
    public (ApiCaller? Caller, ApiProblem? Problem) Check(HttpContext http) => RefuseWhenStale(http) ?? CheckFromMemory(http);

    /// <summary>The caller who presents this secret, wherever in the request it stood, or the problem to answer with.</summary>
    public (ApiCaller? Caller, ApiProblem? Problem) Check(HttpContext http, ReadOnlySpan<char> secret) =>
        RefuseWhenStale(http) ?? Check(http, verifier.Present(secret, RequestAddress.Of(http)));

    /// <summary>The same from memory alone, however old it is: for what must be told also while the database is out of reach.</summary>
    public (ApiCaller? Caller, ApiProblem? Problem) CheckFromMemory(HttpContext http) => Check(http, Presented(http));

    private (ApiCaller? Caller, ApiProblem? Problem)? RefuseWhenStale(HttpContext http)
    {
        if (!freshness.IsStale)
        {
            return null;
        }

        http.Response.Headers.RetryAfter = RetryAfterOutageSeconds;
        return (null, Stale);
    }

    private (ApiCaller? Caller, ApiProblem? Problem) Check(HttpContext http, HashedCredential secret)
    {
        if (verifier.Authenticate(secret) is { } caller)
        {
            return (caller, null);
        }

        if (failures.CountFailure(RequestAddress.Of(http)))
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return (null, Throttled);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return (null, Refused);
    }

    /// <summary>
    /// The credential of the request, hashed once for a connection that sends the same header again: the server hands out the very same text.
    /// Behind a proxy the next request of the connection may come from another client.
    /// </summary>
    private HashedCredential Presented(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var items = http.Features.Get<IConnectionItemsFeature>()?.Items;
        if (items is not null && items.TryGetValue(Remembered.Key, out var item) && item is Remembered last
            && ReferenceEquals(last.Header, header) && Equals(last.Address, http.Connection.RemoteIpAddress))
        {
            return last.Secret;
        }

        var presented = verifier.Present(SecretIn(header), RequestAddress.Of(http));
        items?[Remembered.Key] = new Remembered(header, http.Connection.RemoteIpAddress, presented);
        return presented;
    }

    private static ReadOnlySpan<char> SecretIn(ReadOnlySpan<char> header) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : default;

    private sealed class Remembered(string header, IPAddress? address, HashedCredential secret)
    {
        public static readonly object Key = typeof(Remembered);

        public string Header { get; } = header;

        public IPAddress? Address { get; } = address;

        public HashedCredential Secret { get; } = secret;
    }
}
