using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AdminConsole.Client;

/// <summary>Lets in requests whose key the console allows.</summary>
internal sealed partial class AdminConsoleKeyHandler(
    IOptionsMonitor<AdminConsoleKeyOptions> options, ILoggerFactory loggers, UrlEncoder encoder, KeyVerifier verifier)
    : AuthenticationHandler<AdminConsoleKeyOptions>(options, loggers, encoder)
{
    private const string Bearer = "Bearer";

    /// <summary>What is longer the console takes for no secret.</summary>
    private const int LongestSecret = 2048;

    private KeyRefusal _refusal = KeyRefusal.Missing;

    private bool UsesAuthorization => Options.Header.Equals(AdminConsoleKeyOptions.AuthorizationHeader, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented() is not { Length: > 0 } secret)
        {
            return AuthenticateResult.NoResult();
        }

        if (secret.Length > LongestSecret)
        {
            return Refuse(KeyRefusal.Invalid);
        }

        var reply = await verifier.VerifyAsync(Question(secret), Context.RequestAborted);
        if (KeyRefusal.Of(reply) is { } refusal)
        {
            LogRefused(Logger, reply.Answer?.Key?.Id, reply.Answer?.Code ?? reply.Kind.ToString());
            return Refuse(refusal);
        }

        Context.Features.Set(reply.Answer!);
        return AuthenticateResult.Success(new(AdminConsoleKeyClaims.Principal(reply.Answer!.Key!), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_refusal.Status is StatusCodes.Status401Unauthorized)
        {
            Response.Headers.WWWAuthenticate = UsesAuthorization ? Bearer : Scheme.Name;
        }

        return _refusal.WriteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => KeyRefusal.NotAllowed.WriteAsync(Context);

    private AuthenticateResult Refuse(KeyRefusal refusal)
    {
        _refusal = refusal;
        return AuthenticateResult.Fail(refusal.Title);
    }

    private string? Presented()
    {
        var header = Request.Headers[Options.Header].ToString();
        if (!UsesAuthorization)
        {
            return header.Trim();
        }

        return header.StartsWith(Bearer + ' ', StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    // The scopes that the endpoint asks for: the console then knows which are in use. Without an endpoint, its authorization looks at them alone.
    private AdminConsoleKeyQuestion Question(string secret) => Options.Complete(Context, new(secret)
    {
        Scopes = [.. (Context.GetEndpoint()?.Metadata.GetOrderedMetadata<RequireScopeAttribute>() ?? [])
            .SelectMany(required => required.Scopes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        ClientIp = AddressOf(Context.Connection.RemoteIpAddress),
    });

    /// <summary>Plain text: a dual-stack socket's IPv4 client as IPv4, without the zone of a link-local address.</summary>
    private static string? AddressOf(IPAddress? address) => address switch
    {
        null or { AddressFamily: AddressFamily.InterNetwork } => address?.ToString(),
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ => new IPAddress(address.GetAddressBytes()).ToString(),
    };

    [LoggerMessage(1, LogLevel.Information, "Refused a request with the key {KeyId}: {Code}")]
    private static partial void LogRefused(ILogger logger, string? keyId, string code);
}
