using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>
/// The parameters of the list, named as in the address of the page that shows it. Unlike a page, the API refuses what it does not know.
/// </summary>
internal sealed class KeyListParameters : IQueryParameters<KeyQuery>
{
    public static IReadOnlyList<ParameterText> Taken { get; } =
    [
        new("q", new(
            "Found anywhere in the name, description, hint or a tag; upper and lower case are alike.",
            "deploy") { MaxLength = KeyQuery.SearchMaxLength }),
        new("status", new("One status or several, parted by commas: active, expiring, expired, scheduled, disabled, revoked.", "active,expiring")),
        new("tag", new("A tag that the keys have.", "production")),
        new("scope", new("A scope that the keys have.", "vm:read")),
        new("owner", new("The id of the owner that the keys act for.", $"{Owner.IdPrefix}019567d2a1c07d3e8f2b6a4c91e05d38")),
        new("project", new("The id of a project that the keys are limited to.", $"{Project.IdPrefix}019567d2a1c07d3e8f2b6a4c91e05d39")),
        ParameterText.OneOf<KeySort>("sort", "What the keys are sorted by; created unless given."),
        new("dir", new("Descending unless given.", "desc") { Names = ["asc", "desc"] }),
        ParameterText.Limit,
        ParameterText.Cursor,
    ];

    public static KeyQuery Read(ApiParameters parameters, Id<Organization> organization)
    {
        var defaults = new KeyQuery(organization);
        return defaults with
        {
            Search = parameters.Text("q"),
            Statuses = Statuses(parameters),
            Tag = parameters.Text("tag"),
            Scope = parameters.Text("scope"),
            OwnerId = parameters.Id<Owner>("owner"),
            ProjectId = parameters.Id<Project>("project"),
            Sort = parameters.OneOf<KeySort>("sort") ?? defaults.Sort,
            Descending = parameters.Value<bool>("dir", Descending, "asc or desc") ?? defaults.Descending,
            Cursor = parameters.Text(ApiParameters.Cursor),
            Limit = parameters.Number(ApiParameters.Limit) ?? defaults.Limit,
            CountUpTo = 0,
            AlwaysLatestUse = true,
        };
    }

    // To a program an expiring key is active, too.
    private static IReadOnlyList<KeyStatus> Statuses(ApiParameters parameters)
    {
        var names = parameters.Text("status")?.Split(',') ?? [];
        var statuses = names.Select(EnumNames.Value<KeyStatus>).ToList();
        if (statuses.Contains(null))
        {
            parameters.Refuse(
                "status", "query.value", $"Give some of {string.Join(", ", Enum.GetValues<KeyStatus>().Select(EnumNames.Of))}, parted by commas.");
        }

        return [.. statuses.OfType<KeyStatus>().Concat(statuses.Contains(KeyStatus.Active) ? KeyStatuses.Usable : []).Distinct()];
    }

    private static bool? Descending(string direction) => direction switch
    {
        "asc" => false,
        "desc" => true,
        _ => null,
    };
}
