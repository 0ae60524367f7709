using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Usage;

namespace AdminConsole.Web.Api.Keys;

/// <summary>How a key is used.</summary>
/// <param name="Outcomes">How its verifications ended, day by day, within the period asked for.</param>
/// <param name="Addresses">Every address that it was presented from, the latest first.</param>
/// <param name="Scopes">The scopes that it was accepted for, the latest first; those it has and that are not here were never used.</param>
internal sealed record KeyUsageBody(
    DateTimeOffset? LastUsedAt,
    string? LastUsedIp,
    IReadOnlyList<OutcomeBody> Outcomes,
    IReadOnlyList<AddressBody> Addresses,
    IReadOnlyList<ScopeUseBody> Scopes)
{
    public static KeyUsageBody Of(
        KeyDetails key, IReadOnlyList<DailyOutcome> outcomes, IReadOnlyList<KeyAddress> addresses, IReadOnlyList<ScopeUse> scopes) => new(
            key.LastUsedAt,
            key.LastUsedIp,
            [.. outcomes.Select(outcome => new OutcomeBody(outcome.Day, outcome.Code.ToWire(), outcome.Count))],
            [.. addresses.Select(address => new AddressBody(address.Address, address.Allowed, address.Refused, address.FirstSeen, address.LastSeen))],
            [.. scopes.Select(scope => new ScopeUseBody(scope.Scope, scope.Count, scope.FirstSeen, scope.LastSeen))]);
}

/// <summary>How many verifications of a day ended with this code.</summary>
internal sealed record OutcomeBody(DateOnly Day, string Code, long Count);

/// <param name="Address">Null for verifications that named none; <c>*</c> for those that were not kept apart.</param>
internal sealed record AddressBody(string? Address, long Allowed, long Refused, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

internal sealed record ScopeUseBody(string Scope, long Count, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);
