using AdminConsole.Keys;
using AdminConsole.Results;
using AdminConsole.Web.Api;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Answers with keys as they are now.</summary>
internal sealed class ClerkAnswers(KeyFinder finder, TimeProvider clock)
{
    public static IResult Ok<T>(T body) => VendorJson.Answer(body, VendorJson.SnakeCase);

    public ClerkKey Form(KeyDetails key) => ClerkKey.Of(key, clock.Now());

    public Task<IResult> KeyAsync(HttpContext http, KeyTarget target, CancellationToken cancellation) => KeyAsync(http, target, secret: null, cancellation);

    /// <summary>The key after a change, or why it was not made.</summary>
    public Task<IResult> ChangedAsync<T>(HttpContext http, KeyTarget target, Result<T> change, CancellationToken cancellation) =>
        change.Succeeded ? KeyAsync(http, target, cancellation) : Task.FromResult<IResult>(ApiProblem.Of(change.Failures));

    /// <summary>The key with its secret, which is shown this once.</summary>
    public Task<IResult> IssuedAsync(HttpContext http, IssuedKey issued, CancellationToken cancellation) =>
        KeyAsync(http, new(http.ManagementCaller().OrganizationId, issued.Id), issued.Secret.Reveal(), cancellation);

    private async Task<IResult> KeyAsync(HttpContext http, KeyTarget target, string? secret, CancellationToken cancellation)
    {
        var key = await finder.GetAsync(http.ManagementCaller().Actor, target, cancellation);
        return key.Succeeded ? Ok(Form(key.Value) with { Secret = secret }) : ApiProblem.Of(key.Failures);
    }
}
