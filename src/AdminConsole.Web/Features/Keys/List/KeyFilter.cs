using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>What the list can be filtered by.</summary>
public enum KeyFilter
{
    Status,
    Scope,
    Tag,
    Owner,
    Project,
    Unused,
}

/// <summary>One value of a filter.</summary>
/// <param name="Chosen">What the list shows once it is chosen; for a value that was chosen, once it is taken away.</param>
internal sealed record KeyFilterValue(KeyFilter Filter, string Text, KeyListView Chosen);

internal static class KeyFilters
{
    private static readonly int[] UnusedDays = [7, 30, 90, 180];

    /// <summary>The filters that make a difference in the view's tab.</summary>
    public static IEnumerable<KeyFilter> Of(KeyListView view) => Enum.GetValues<KeyFilter>().Where(filter => filter switch
    {
        KeyFilter.Status => !view.TabHasStatus,
        KeyFilter.Unused => view.Tab is not (KeyTab.Unused or KeyTab.Expired or KeyTab.Revoked),
        _ => true,
    });

    public static IEnumerable<KeyFilterValue> Values(KeyFilter filter, KeyListView view, OrganizationChoices choices, IStringLocalizer<Texts> texts)
    {
        // What is shown next has pages of its own.
        var first = view with { Cursor = null };
        return filter switch
        {
            KeyFilter.Status => Enum
                .GetValues<KeyStatus>()
                .Except(view.Statuses)
                .Select(status => new KeyFilterValue(filter, texts.StatusText(status), first.WithStatus(status))),
            KeyFilter.Scope => choices.UsedScopes.Select(scope => new KeyFilterValue(filter, scope, first with { Scope = scope })),
            KeyFilter.Tag => choices.UsedTags.Select(tag => new KeyFilterValue(filter, tag, first with { Tag = tag })),
            KeyFilter.Owner => choices.Owners.Select(owner => new KeyFilterValue(filter, owner.Name, first with { OwnerId = owner.Id })),
            KeyFilter.Project => choices.Projects.Select(project => new KeyFilterValue(filter, project.Name, first with { ProjectId = project.Id })),
            _ => UnusedDays.Select(days => new KeyFilterValue(filter, texts["Keys.Filter.Days", days], first with { UnusedDays = days })),
        };
    }

    /// <summary>
    /// What was chosen, each with the view without it. Somebody else's link may name an owner or project that is gone: its id is better than nothing.
    /// </summary>
    public static IEnumerable<KeyFilterValue> Chosen(KeyListView view, OrganizationChoices? choices, IStringLocalizer<Texts> texts)
    {
        var first = view with { Cursor = null };
        foreach (var status in view.Statuses)
        {
            yield return new(KeyFilter.Status, texts.StatusText(status), first.WithoutStatus(status));
        }

        if (view.Scope is { } scope)
        {
            yield return new(KeyFilter.Scope, scope, first with { Scope = null });
        }

        if (view.Tag is { } tag)
        {
            yield return new(KeyFilter.Tag, tag, first with { Tag = null });
        }

        if (view.OwnerId is { } owner)
        {
            yield return new(
                KeyFilter.Owner, choices?.Owners.FirstOrDefault(known => known.Id == owner)?.Name ?? owner.ToString(), first with { OwnerId = null });
        }

        if (view.ProjectId is { } project)
        {
            yield return new(
                KeyFilter.Project,
                choices?.Projects.FirstOrDefault(known => known.Id == project)?.Name ?? project.ToString(),
                first with { ProjectId = null });
        }

        if (view.UnusedDays is { } days)
        {
            yield return new(KeyFilter.Unused, texts["Keys.Filter.Days", days], first with { UnusedDays = null });
        }
    }
}
