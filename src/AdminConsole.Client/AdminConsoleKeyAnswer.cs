using System.Text.Json;

namespace AdminConsole.Client;

/// <summary>What the console decided. A service finds it among the features of a request that was let in.</summary>
/// <param name="Code">Stable: <c>VALID</c>, <c>REVOKED</c>, <c>IP_NOT_ALLOWED</c> and so on.</param>
/// <param name="Rule">The rule that decided, in words.</param>
/// <param name="PolicyVersion">The version of the key's policy; none when there is no such key.</param>
/// <param name="MissingScopes">Which of the scopes asked for the key lacks.</param>
/// <param name="Key">The key; null when there is none with this secret.</param>
/// <param name="MaxAgeSeconds">How long the answer may be acted on without asking again.</param>
public sealed record AdminConsoleKeyAnswer(
    string Code, bool Valid, string Rule, int? PolicyVersion, IReadOnlyList<string> MissingScopes, AdminConsoleKey? Key, int MaxAgeSeconds);

/// <summary>A key, as far as those who verify it may know it.</summary>
/// <param name="Id"><c>key_…</c></param>
/// <param name="ExpiresAt">The first instant at which it is no longer valid; none = never.</param>
/// <param name="Claims">The JSON object that the key was given for services.</param>
public sealed record AdminConsoleKey(
    string Id,
    string Name,
    DateTimeOffset? ExpiresAt,
    AdminConsoleKeyOwner? Owner,
    IReadOnlyList<string> Scopes,
    JsonElement? Claims,
    AdminConsoleKeyLimits Limits);

/// <summary>Who a key acts for.</summary>
public sealed record AdminConsoleKeyOwner(string Id, string Kind, string ExternalId);

/// <summary>What the service itself is to keep the key within.</summary>
/// <param name="QueryParameters">Parameters that are forced on each query, as a query string.</param>
public sealed record AdminConsoleKeyLimits(int? MaxVerificationsPerIpPerHour, int? MaxHitsPerQuery, string? QueryParameters);
