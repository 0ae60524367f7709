using Microsoft.AspNetCore.Authentication;

namespace AdminConsole.Web.Api.Authentication;

/// <summary>Where the requests of a scheme bring their key.</summary>
internal sealed class ManagementKeyOptions : AuthenticationSchemeOptions
{
    /// <summary>Takes the secret from the request; unless set, it is the bearer token.</summary>
    public Func<HttpRequest, string>? SecretOf { get; set; }

    /// <summary>Asked first: whether the request brings a key of another kind that this scheme lets in as well.</summary>
    public Func<HttpContext, Task<bool>>? TakesOtherKey { get; set; }
}
