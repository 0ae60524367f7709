using System.Globalization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>The parameters of the list's URL as they are written there. What says nothing, or nothing we know, is left to the default.</summary>
internal sealed record KeyListUrl
{
    private const string Ascending = "asc";
    private const string Descending = "desc";
    private const char Separator = ',';

    public string? Tab { get; init; }

    public string? Q { get; init; }

    public string? Status { get; init; }

    public string? Unused { get; init; }

    public string? Tag { get; init; }

    public string? Scope { get; init; }

    public string? Owner { get; init; }

    public string? Project { get; init; }

    public string? Sort { get; init; }

    public string? Dir { get; init; }

    public string? Cursor { get; init; }

    public string? Size { get; init; }

    public KeyListView ToView()
    {
        var defaults = new KeyListView();
        List<KeyStatus> statuses = [.. (Status ?? "").Split(Separator).Select(EnumNames.Value<KeyStatus>).OfType<KeyStatus>().Distinct().Order()];
        var view = new KeyListView
        {
            Tab = EnumNames.Value<KeyTab>(Tab) ?? TabOf(statuses) ?? defaults.Tab,
            Search = SearchText.KindOf(Q) is SearchTextKind.Plain ? Text(Q) : null,
            Statuses = statuses,
            UnusedDays = Number(Unused) is >= 1 and <= KeyQuery.MaxUnusedForDays and var days ? days : null,
            Tag = Text(Tag),
            Scope = Text(Scope),
            OwnerId = Id<Owner>.TryParse(Owner, null, out var owner) ? owner : null,
            ProjectId = Id<Project>.TryParse(Project, null, out var project) ? project : null,
            Sort = EnumNames.Value<KeySort>(Sort) ?? defaults.Sort,
            Descending = Dir switch { Ascending => false, Descending => true, _ => defaults.Descending },
            Cursor = Text(Cursor),
            Size = Number(Size) is { } size && KeyListView.Sizes.Contains(size) ? size : defaults.Size,
        };
        return view with { Statuses = view.TabHasStatus ? [] : statuses, UnusedDays = view.Tab is KeyTab.Unused ? null : view.UnusedDays };
    }

    /// <summary>The address of the view: the shortest one, and the same one for the same view.</summary>
    public static string Of(KeyListView view, string organization)
    {
        var defaults = new KeyListView();
        return QueryHelpers.AddQueryString(AppRoutes.Keys, new Dictionary<string, string?>
        {
            [AppRoutes.OrganizationParameter] = organization,

            // A status without a tab is an address from before there were tabs.
            ["tab"] = view.Tab == defaults.Tab && view.Statuses.Count == 0 ? null : EnumNames.Of(view.Tab),
            ["q"] = view.Search,
            ["status"] = view.Statuses.Count == 0 ? null : string.Join(Separator, view.Statuses.Select(EnumNames.Of)),
            ["unused"] = view.UnusedDays?.ToString(CultureInfo.InvariantCulture),
            ["tag"] = view.Tag,
            ["scope"] = view.Scope,
            ["owner"] = view.OwnerId?.ToString(),
            ["project"] = view.ProjectId?.ToString(),
            ["sort"] = view.Sort == defaults.Sort ? null : EnumNames.Of(view.Sort),
            ["dir"] = view.Descending == defaults.Descending ? null : view.Descending ? Descending : Ascending,
            ["size"] = view.Size == defaults.Size ? null : view.Size.ToString(CultureInfo.InvariantCulture),
            ["cursor"] = view.Cursor,
        });
    }

    /// <summary>The tab that shows what a single status once chose.</summary>
    private static KeyTab? TabOf(List<KeyStatus> statuses) => statuses is [var status] ? EnumNames.Value<KeyTab>(EnumNames.Of(status)) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
