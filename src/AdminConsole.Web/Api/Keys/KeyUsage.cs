using System.Globalization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Usage;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Shows how a key is used: when last, how its verifications ended, from where, and for which scopes.</summary>
internal sealed class KeyUsage(KeyFinder finder, UsageQueries usage, TimeProvider clock)
{
    private const string From = "from";
    private const string Until = "until";
    private const int DefaultDays = 30;

    public static Task<Results<Ok<KeyUsageBody>, ApiProblem>> AnswerAsync(string id, HttpContext http, KeyUsage keyUsage, CancellationToken cancellation) =>
        keyUsage.AnswerAsync(http, http.KeyTarget(id), cancellation);

    private async Task<Results<Ok<KeyUsageBody>, ApiProblem>> AnswerAsync(HttpContext http, KeyTarget target, CancellationToken cancellation)
    {
        var parameters = new ApiParameters(http.Request.Query);
        var period = Period(parameters);
        if (parameters.Faults.Count > 0)
        {
            return ApiProblem.Of(parameters.Faults);
        }

        // The first one asks whether the caller may know the key; the others would be refused alike.
        var actor = http.ManagementCaller().Actor;
        var key = await finder.GetAsync(actor, target, cancellation);
        if (!key.Succeeded)
        {
            return ApiProblem.Of(key.Failures);
        }

        var outcomes = await usage.OutcomesAsync(actor, target, period, cancellation);
        var addresses = await usage.AddressesAsync(actor, target, cancellation);
        var scopes = await usage.ScopesAsync(actor, target, cancellation);
        return TypedResults.Ok(KeyUsageBody.Of(key.Value, outcomes.Value, addresses.Value, scopes.Value));
    }

    private UsagePeriod Period(ApiParameters parameters)
    {
        parameters.AllowOnly(From, Until);
        var until = parameters.Value<DateOnly>(Until, Day, "a day in UTC, as 2026-03-31") ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var from = parameters.Value<DateOnly>(From, Day, "a day in UTC, as 2026-03-01") ?? until.AddDays(-Math.Min(DefaultDays - 1, until.DayNumber));
        return new(from, until);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
