using System.Security.Claims;
using System.Text.Encodings.Web;
using AdminConsole.Web.Problems;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AdminConsole.Web.Api.Authentication;

/// <summary>Lets programs in by their management key, and answers those that it does not let in as the API or the vendor does.</summary>
internal sealed class ManagementKeyHandler(
    IOptionsMonitor<ManagementKeyOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ManagementKeyAuthenticator credentials)
    : AuthenticationHandler<ManagementKeyOptions>(options, loggers, encoder)
{
    // One handler serves one request: the challenge answers what the authentication found.
    private ApiProblem _refusal = ManagementKeyAuthenticator.Refused;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Options.TakesOtherKey is { } takesOtherKey && await takesOtherKey(Context))
        {
            return Succeed();
        }

        var (caller, problem) = Options.SecretOf is { } secretOf ? credentials.Check(Context, secretOf(Request)) : credentials.Check(Context);
        if (caller is null)
        {
            _refusal = problem!;
            return AuthenticateResult.Fail(problem!.Code);
        }

        Context.Features.Set(caller with { Actor = caller.Actor.At(RequestAddress.Of(Context)) });
        return Succeed(new Claim(ClaimTypes.NameIdentifier, caller.Actor.Id));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => _refusal.ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Context.GetEndpoint()!.Metadata.GetRequiredMetadata<ManagementScopeRequirement>().Problem.ExecuteAsync(Context);

    private AuthenticateResult Succeed(params IEnumerable<Claim> claims) =>
        AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
}
