using AdminConsole.Keys;

namespace AdminConsole.Web.Features.Keys;

public enum KeyTab
{
    /// <summary>What nearly every key is given, and all that must be given: a simple key needs no other tab.</summary>
    General,

    /// <summary>Where it may be used from.</summary>
    Sources,

    /// <summary>What of, and how much.</summary>
    Limits,

    /// <summary>What others are told about it.</summary>
    Details,
}

/// <summary>Which tab of the form shows which field.</summary>
internal static class KeyTabs
{
    private static readonly Dictionary<string, KeyTab> Tabs = new(StringComparer.Ordinal)
    {
        [KeyFields.Kind] = KeyTab.General,
        [KeyFields.Name] = KeyTab.General,
        [KeyFields.Description] = KeyTab.General,
        [KeyFields.Scopes] = KeyTab.General,
        [KeyFields.ExpiresAt] = KeyTab.General,
        [KeyFields.AllowedCidrs] = KeyTab.Sources,
        [KeyFields.BlockedCidrs] = KeyTab.Sources,
        [KeyFields.Referrers] = KeyTab.Sources,
        [KeyFields.Projects] = KeyTab.Limits,
        [KeyFields.Resources] = KeyTab.Limits,
        [KeyFields.MaxVerificationsPerIpPerHour] = KeyTab.Limits,
        [KeyFields.MaxHitsPerQuery] = KeyTab.Limits,
        [KeyFields.QueryParameters] = KeyTab.Limits,
        [KeyFields.Owner] = KeyTab.Details,
        [KeyFields.Tags] = KeyTab.Details,
        [KeyFields.StartsAt] = KeyTab.Details,
        [KeyFields.Claims] = KeyTab.Details,
    };

    public static bool Holds(string? field) => field is not null && Tabs.ContainsKey(field);

    public static bool IsIn(KeyTab tab, string? field) => field is not null && Tabs.TryGetValue(field, out var found) && found == tab;
}
