using System.Globalization;
using AdminConsole.Keys;
using AdminConsole.Owners;
using AdminConsole.Projects;
using AdminConsole.Web.Components.Layout;
using AdminConsole.Web.Features.Organizations;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>The parameters of the list's URL as they are written there. What says nothing, or nothing we know, is left to the default.</summary>
internal sealed record KeyListUrl
{
    private const string Ascending = "asc";
    private const string Descending = "desc";
    private const char Separator = ',';

    public string? Q { get; init; }

    public string? Status { get; init; }

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
        return new()
        {
            Search = Text(Q),
            Statuses = [.. (Status ?? "").Split(Separator).Select(EnumNames.Value<KeyStatus>).OfType<KeyStatus>().Distinct().Order()],
            Tag = Text(Tag),
            Scope = Text(Scope),
            OwnerId = Id<Owner>.TryParse(Owner, null, out var owner) ? owner : null,
            ProjectId = Id<Project>.TryParse(Project, null, out var project) ? project : null,
            Sort = EnumNames.Value<KeySort>(Sort) ?? defaults.Sort,
            Descending = Dir switch { Ascending => false, Descending => true, _ => defaults.Descending },
            Cursor = Text(Cursor),
            Size = int.TryParse(Size, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && KeyListView.Sizes.Contains(size) ? size : defaults.Size,
        };
    }

    /// <summary>The address of the view: the shortest one, and the same one for the same view.</summary>
    public static string Of(KeyListView view, string organization)
    {
        var defaults = new KeyListView();
        return QueryHelpers.AddQueryString(ShellPaths.Keys, new Dictionary<string, string?>
        {
            [CurrentOrganization.UrlParameter] = organization,
            ["q"] = view.Search,
            ["status"] = view.Statuses.Count == 0 ? null : string.Join(Separator, view.Statuses.Select(EnumNames.Of)),
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

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
