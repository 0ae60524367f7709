using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>The settings that Nirvana's clients may change: what is left out stays, null clears, a list replaces the whole list.</summary>
internal record NirvanaSettings
{
    public Optional<string?> Name { get; init; }

    public Optional<IReadOnlyList<NirvanaPermission?>?> Permissions { get; init; }

    public Optional<IReadOnlyList<string?>?> ProjectIds { get; init; }

    public Optional<NirvanaSourceIpPatch?> SourceIpRule { get; init; }

    public Optional<IReadOnlyList<string?>?> Tags { get; init; }

    /// <summary>What Nirvana would not take, though we might.</summary>
    public IEnumerable<Failure> Faults() =>
    [
        .. PermissionFaults(),
        .. ProjectFaults(),
        .. V6Faults(NirvanaFields.Allowed, SourceIpRule.Or(null)?.Allowed.Or(null)),
        .. V6Faults(NirvanaFields.Blocked, SourceIpRule.Or(null)?.Blocked.Or(null)),
    ];

    /// <summary>The same as an edit of ours. Of the source addresses only the list that is given changes.</summary>
    public KeyPatch ToPatch() => new()
    {
        Name = Name,
        Scopes = Permissions.IsGiven ? new(Permissions.Or(null)?.Select(permission => permission!.ToScope()).ToList()) : default,
        ProjectIds = ProjectIds.IsGiven ? new(ProjectIds.Or(null)?.Select(ProjectOf).ToList()) : default,
        AllowedCidrs = Cidrs(rule => rule.Allowed),
        BlockedCidrs = Cidrs(rule => rule.Blocked),
        Tags = Entries(Tags),
    };

    private static Id<Project> ProjectOf(string? text) => Id<Project>.TryParse(text, null, out var id) ? id : default;

    // A null in a list becomes an empty entry, which every list refuses by its place.
    private static Optional<IReadOnlyList<string>?> Entries(Optional<IReadOnlyList<string?>?> given) =>
        given.IsGiven ? new(given.Or(null)?.Select(entry => entry ?? "").ToList()) : default;

    private static IEnumerable<Failure> V6Faults(string field, IReadOnlyList<string?>? networks) => (networks ?? [])
        .Index()
        .Where(entry => Cidr.TryParse(entry.Item, out var network) && network.Network.Family is IpFamily.V6)
        .Select(entry => Failure.Invalid($"{field}/{entry.Index}", "cidr.family", "Give an IPv4 network: Nirvana's keys have no IPv6 rules."));

    private Optional<IReadOnlyList<string>?> Cidrs(Func<NirvanaSourceIpPatch, Optional<IReadOnlyList<string?>?>> list)
    {
        if (!SourceIpRule.IsGiven)
        {
            return default;
        }

        return SourceIpRule.Or(null) is { } rule ? Entries(list(rule)) : new([]);
    }

    private IEnumerable<Failure> PermissionFaults()
    {
        var permissions = Permissions.Or(null);
        if (Permissions.IsGiven && permissions is not { Count: > 0 })
        {
            yield return Failure.Invalid(NirvanaFields.Permissions, "permissions.empty", "Give at least one permission.");
        }

        foreach (var (index, permission) in (permissions ?? []).Index())
        {
            if (permission is not { HasLevel: true })
            {
                yield return Failure.Invalid(
                    $"{NirvanaFields.Permissions}/{index}/{NirvanaFields.Permission}",
                    "permission.unknown",
                    $"Give one of {NirvanaPermission.AllLevels}.");
            }

            if (permission is not { HasResourceType: true })
            {
                yield return Failure.Invalid(
                    $"{NirvanaFields.Permissions}/{index}/{NirvanaFields.ResourceType}",
                    "resource_type.unknown",
                    $"Give one of {NirvanaPermission.AllResourceTypes}.");
            }
        }
    }

    private IEnumerable<Failure> ProjectFaults()
    {
        var projects = ProjectIds.Or(null);
        if (ProjectIds.IsGiven && projects is not { Count: > 0 })
        {
            yield return Failure.Invalid(NirvanaFields.ProjectIds, "project_ids.empty", "Give at least one project.");
        }

        foreach (var (index, _) in (projects ?? []).Index().Where(entry => !Id<Project>.TryParse(entry.Item, null, out _)))
        {
            yield return Failure.Invalid(
                $"{NirvanaFields.ProjectIds}/{index}", "project.not_found", "There is no such project in this organization.");
        }
    }
}

/// <summary>A change of the source addresses: each list is replaced when it is given, and cleared by null.</summary>
internal sealed record NirvanaSourceIpPatch
{
    public Optional<IReadOnlyList<string?>?> Allowed { get; init; }

    public Optional<IReadOnlyList<string?>?> Blocked { get; init; }
}
