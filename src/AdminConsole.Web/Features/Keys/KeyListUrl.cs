using System.Globalization;
using System.Text.Json;
using AdminConsole.Keys;
using AdminConsole.Owners;
using AdminConsole.Projects;
using AdminConsole.Web.Components;
using AdminConsole.Web.Features.Organizations;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Web.Features.Keys;

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
            Statuses = [.. (Status ?? "").Split(Separator).Select(Value<KeyStatus>).OfType<KeyStatus>().Distinct().Order()],
            Tag = Text(Tag),
            Scope = Text(Scope),
            OwnerId = Id<Owner>.TryParse(Owner, null, out var owner) ? owner : null,
            ProjectId = Id<Project>.TryParse(Project, null, out var project) ? project : null,
            Sort = Value<KeySort>(Sort) ?? defaults.Sort,
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
            ["status"] = view.Statuses.Count == 0 ? null : string.Join(Separator, view.Statuses.Select(Name)),
            ["tag"] = view.Tag,
            ["scope"] = view.Scope,
            ["owner"] = view.OwnerId?.ToString(),
            ["project"] = view.ProjectId?.ToString(),
            ["sort"] = view.Sort == defaults.Sort ? null : Name(view.Sort),
            ["dir"] = view.Descending == defaults.Descending ? null : view.Descending ? Descending : Ascending,
            ["size"] = view.Size == defaults.Size ? null : view.Size.ToString(CultureInfo.InvariantCulture),
            ["cursor"] = view.Cursor,
        });
    }

    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value of this name. A number is no name.</summary>
    public static T? Value<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Name(value!.Value) == name);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
