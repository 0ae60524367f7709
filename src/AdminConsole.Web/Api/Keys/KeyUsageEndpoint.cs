using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Usage;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Shows how a key is used: when last, how its verifications ended, from where, and for which scopes.</summary>
internal static class KeyUsageEndpoint
{
    public static async Task<Results<Ok<KeyUsageBody>, ApiProblem>> AnswerAsync(
        string id,
        Query<UsageParameters, UsageParameters> query,
        HttpContext http,
        KeyQueries keyQueries,
        UsageQueries usage,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        // The first one asks whether the caller may know the key; the others would be refused alike.
        var actor = http.ApiCaller().Actor;
        var target = http.KeyTarget(id);
        var key = await keyQueries.GetAsync(actor, target, cancellation);
        if (!key.Succeeded)
        {
            return ApiProblem.Of(key.Failures);
        }

        var period = query.Value.Period(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var outcomes = await usage.OutcomesAsync(actor, target, period, cancellation);
        var addresses = await usage.AddressesAsync(actor, target, cancellation);
        var scopes = await usage.ScopesAsync(actor, target, cancellation);
        return TypedResults.Ok(KeyUsageBody.Of(key.Value, outcomes.Value, addresses.Value, scopes.Value));
    }
}
