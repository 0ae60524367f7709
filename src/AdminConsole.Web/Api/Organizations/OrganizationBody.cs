using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.Organizations;

/// <summary>The caller's organization and its rules for keys.</summary>
internal sealed record OrganizationBody(
    Id<Organization> Id,
    string Slug,
    string Name,
    DateTimeOffset? SuspendedAt,
    int ExpiryWarningDays,
    int? MaxKeyLifetimeDays,
    bool RequiresAllowedNetwork,
    IReadOnlyList<string> RequiredTags,
    int Version)
{
    public static OrganizationBody Of(Organization organization) => new(
        organization.Id,
        organization.Slug,
        organization.Name,
        organization.SuspendedAt,
        organization.ExpiryWarningDays,
        organization.MaxKeyLifetimeDays,
        organization.RequiresAllowedNetwork,
        organization.RequiredTags,
        organization.Version);
}

/// <summary>What to change of the organization: what is left out stays, null takes a rule away.</summary>
internal sealed record OrganizationPatchBody
{
    public Optional<string?> Name { get; init; }

    public Optional<int?> ExpiryWarningDays { get; init; }

    public Optional<int?> MaxKeyLifetimeDays { get; init; }

    public Optional<bool?> RequiresAllowedNetwork { get; init; }

    public Optional<IReadOnlyList<string?>?> RequiredTags { get; init; }

    public OrganizationPatch ToPatch() => new()
    {
        Name = Name,
        ExpiryWarningDays = ExpiryWarningDays,
        MaxKeyLifetimeDays = MaxKeyLifetimeDays,
        RequiresAllowedNetwork = RequiresAllowedNetwork,

        // A null in the list becomes an empty entry, which is refused by its place.
        RequiredTags = RequiredTags.IsGiven ? new(RequiredTags.Or(null)?.Select(tag => tag ?? "").ToList()) : default,
    };
}

/// <summary>The scopes that keys may have; none = any well-formed scope.</summary>
internal sealed record ScopeListBody(IReadOnlyList<ScopeBody> Scopes)
{
    public static ScopeListBody Of(Organization organization) => new(
        [.. organization.ScopeCatalogue.OrderBy(scope => scope.Scope, StringComparer.Ordinal).Select(scope => new ScopeBody(
            scope.Scope, scope.Description))]);
}

/// <summary>A scope, and what it is for.</summary>
internal sealed record ScopeBody(string Scope, string Description);

/// <summary>The scopes to put in the place of those that there are.</summary>
internal sealed record ScopesBody : ICheckedBody
{
    public IReadOnlyList<NewScopeBody?>? Scopes { get; init; }

    public IReadOnlyList<Failure> Faults() => Scopes is null
        ? [Failure.Invalid(OrganizationFields.Scopes, "scopes.missing", "Send the whole list; an empty one lets keys have any scope.")]
        : [];

    public ReplaceScopes ToCommand(Id<Organization> organization, int version) =>
        new(organization, version, [.. Scopes!.Select(scope => new CatalogueScope(scope?.Scope, scope?.Description))]);
}

/// <summary>A scope to put into the catalogue.</summary>
internal sealed record NewScopeBody
{
    public string? Scope { get; init; }

    public string? Description { get; init; }
}
