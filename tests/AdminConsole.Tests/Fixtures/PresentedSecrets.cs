using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Tests.Fixtures;

internal static class PresentedSecrets
{
    /// <summary>As the first request of a connection does.</summary>
    public static ApiCaller? Authenticate(this ManagementKeyVerifier authentication, string secret, string? address) =>
        authentication.Authenticate(authentication.Present(secret, address));
}
