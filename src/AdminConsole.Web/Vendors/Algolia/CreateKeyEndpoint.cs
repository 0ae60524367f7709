using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        VendorBody<AlgoliaSettings> body,
        HttpContext http,
        CreateKeyHandler handler,
        VendorKeys keys,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var command = body.Value.ToNewKey(caller.OrganizationId, clock.Now());
        return command.Succeeded
            ? await keys.AnswerCreatedAsync(http, await handler.CreateAsync(caller.Actor, command.Value, cancellation), Added, cancellation)
            : ApiProblem.Of(command.Failures);
    }

    private static IResult Added(KeyDetails key, DateTimeOffset now, string? secret) =>
        VendorJson.CamelCase.Answer(new AlgoliaAddedKey(secret!, key.CreatedAt.UtcDateTime));
}

/// <summary>A key that is there from now on. Algolia's client takes these two members, in this order, and no others.</summary>
internal sealed record AlgoliaAddedKey(string Key, DateTime CreatedAt)
{
    // A record would print the secret.
    public override string ToString() => nameof(AlgoliaAddedKey);
}
