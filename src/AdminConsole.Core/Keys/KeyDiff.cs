using System.Globalization;
using AdminConsole.Core.Auditing;

namespace AdminConsole.Core.Keys;

/// <summary>Compares two versions of a key's settings, field by field. Lists are compared as sets: their order has no meaning.</summary>
public static class KeyDiff
{
    private static readonly IReadOnlyList<(string Field, Func<KeySettings, IReadOnlyList<string>> Read)> Fields =
    [
        (KeyFields.Name, settings => [settings.Name]),
        (KeyFields.Description, settings => OneOrNone(settings.Description)),
        (KeyFields.Owner, settings => OneOrNone(settings.OwnerId?.ToString())),
        (KeyFields.Projects, settings => [.. settings.ProjectIds.Select(id => id.ToString())]),
        (KeyFields.Scopes, settings => settings.Scopes),
        (KeyFields.AllowedCidrs, settings => settings.AllowedCidrs),
        (KeyFields.BlockedCidrs, settings => settings.BlockedCidrs),
        (KeyFields.Resources, settings => settings.Resources),
        (KeyFields.Referrers, settings => settings.Referrers),
        (KeyFields.MaxVerificationsPerIpPerHour, settings => OneOrNone(Text(settings.Limits.MaxVerificationsPerIpPerHour))),
        (KeyFields.MaxHitsPerQuery, settings => OneOrNone(Text(settings.Limits.MaxHitsPerQuery))),
        (KeyFields.QueryParameters, settings => OneOrNone(settings.Limits.QueryParameters)),
        (KeyFields.Claims, settings => OneOrNone(settings.Claims)),
        (KeyFields.Tags, settings => settings.Tags),
        (KeyFields.StartsAt, settings => OneOrNone(Text(settings.StartsAt))),
        (KeyFields.ExpiresAt, settings => OneOrNone(Text(settings.ExpiresAt))),
    ];

    public static IReadOnlyList<FieldChange> Between(KeySettings before, KeySettings after) =>
    [
        .. Fields
            .Select(field => new FieldChange(field.Field, field.Read(before), field.Read(after)))
            .Where(change => !change.Before.ToHashSet(StringComparer.Ordinal).SetEquals(change.After)),
    ];

    private static IReadOnlyList<string> OneOrNone(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An instant as a diff writes it.</summary>
    internal static string? Text(DateTimeOffset? moment) =>
        moment?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
