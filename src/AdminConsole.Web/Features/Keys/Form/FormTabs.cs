using AdminConsole.Core.Keys;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>Which tab of the form shows which field.</summary>
internal static class FormTabs
{
    private static readonly Dictionary<string, FormTab> Tabs = new(StringComparer.Ordinal)
    {
        [KeyFields.Kind] = FormTab.General,
        [KeyFields.Name] = FormTab.General,
        [KeyFields.Description] = FormTab.General,
        [KeyFields.Scopes] = FormTab.General,
        [KeyFields.ExpiresAt] = FormTab.General,
        [KeyFields.AllowedCidrs] = FormTab.Networks,
        [KeyFields.BlockedCidrs] = FormTab.Networks,
        [KeyFields.Referrers] = FormTab.Networks,
        [KeyFields.Projects] = FormTab.Owner,
        [KeyFields.Resources] = FormTab.Limits,
        [KeyFields.QueryParameters] = FormTab.Limits,
        [KeyFields.Owner] = FormTab.Owner,
        [KeyFields.Tags] = FormTab.Owner,
        [KeyFields.StartsAt] = FormTab.General,
        [KeyFields.Claims] = FormTab.Owner,
    };

    public static bool Holds(string? field) => TabOf(field) is not null;

    public static bool IsIn(FormTab tab, string? field) => TabOf(field) == tab;

    private static FormTab? TabOf(string? field) => field is null ? null
        : KeyFields.Counts.Contains(field) ? FormTab.Limits
        : Tabs.TryGetValue(field, out var tab) ? tab : null;
}
