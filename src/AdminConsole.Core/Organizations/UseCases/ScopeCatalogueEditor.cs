using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Organizations.UseCases;

/// <summary>A scope of the catalogue, and what it is for.</summary>
public sealed record CatalogueScope(string? Scope, string? Description);

/// <summary>Replaces the scopes that keys may have.</summary>
/// <param name="Version">The organization's version that this was made from; another one is refused as stale.</param>
/// <param name="Scopes">None: keys may have any well-formed scope.</param>
public sealed record ReplaceScopes(Id<Organization> OrganizationId, int Version, IReadOnlyList<CatalogueScope> Scopes);

public sealed class ScopeCatalogueEditor(OrganizationEditor editor)
{
    /// <summary>Keys that have a scope which is taken out keep it.</summary>
    public Task<Result<Organization>> ReplaceAsync(Actor actor, ReplaceScopes command, CancellationToken cancellation) => editor.ChangeAsync(
        actor,
        command.OrganizationId,
        command.Version,
        AuditActions.ScopesReplaced,
        organization => Replace(organization, command.Scopes),
        cancellation);

    private static Result<IReadOnlyList<FieldChange>> Replace(Organization organization, IReadOnlyList<CatalogueScope> given)
    {
        var wanted = Check(given);
        if (!wanted.Succeeded)
        {
            return wanted.Failures;
        }

        var before = Texts(organization);
        var catalogue = organization.ScopeCatalogue;
        catalogue.RemoveAll(scope => wanted.Value.All(kept => kept.Scope != scope.Scope));
        foreach (var scope in wanted.Value)
        {
            if (catalogue.Find(candidate => candidate.Scope == scope.Scope) is { } present)
            {
                present.Description = scope.Description;
            }
            else
            {
                catalogue.Add(scope);
            }
        }

        var after = Texts(organization);
        return before.SequenceEqual(after) ? [] : new List<FieldChange> { new(OrganizationFields.Scopes, before, after) };
    }

    private static Result<List<ScopeDefinition>> Check(IReadOnlyList<CatalogueScope> given)
    {
        if (given.Count > Organization.MaxCatalogueScopes)
        {
            return Failure.Invalid(OrganizationFields.Scopes, "list.too_long", $"Keep at most {Organization.MaxCatalogueScopes} scopes.");
        }

        List<Failure> failures = [];
        List<ScopeDefinition> scopes = [];
        foreach (var (index, entry) in given.Index())
        {
            var field = $"{OrganizationFields.Scopes}/{index}";
            var scope = ScopeText.Check(entry.Scope, $"{field}/scope");
            var description = PlainText.Check(entry.Description, $"{field}/description", 0, ScopeDefinition.DescriptionMaxLength);
            failures.AddRange([.. scope.Failures, .. description.Failures]);
            if (scope.Succeeded && scopes.Exists(earlier => earlier.Scope == scope.Value))
            {
                failures.Add(Failure.Invalid($"{field}/scope", "scope.repeated", "This scope stands in the list already."));
            }
            else if (scope.Succeeded && description.Succeeded)
            {
                scopes.Add(new() { Scope = scope.Value, Description = description.Value });
            }
        }

        return failures.Count > 0 ? failures : scopes;
    }

    private static List<string> Texts(Organization organization) =>
    [
        .. organization.ScopeCatalogue
            .Select(scope => scope.Description.Length == 0 ? scope.Scope : $"{scope.Scope}: {scope.Description}")
            .Order(StringComparer.Ordinal),
    ];
}
