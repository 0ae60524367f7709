using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>The parameters of the list, named as in the address of the page that shows it. Unlike a page, the API refuses what it does not know.</summary>
internal sealed class KeyListParameters : IQueryParameters<KeyQuery>
{
    public static KeyQuery Read(ApiParameters parameters, Id<Organization> organization)
    {
        parameters.AllowOnly("q", "status", "tag", "scope", "owner", "project", "sort", "dir", ApiParameters.Cursor, ApiParameters.Limit);
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
            parameters.Refuse("status", "query.value", $"Give some of {string.Join(", ", Enum.GetValues<KeyStatus>().Select(EnumNames.Of))}, parted by commas.");
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
