using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Organizations.UseCases;

/// <param name="Slug">2 to 40 lower-case letters, digits and inner hyphens; names the organization in commands.</param>
public sealed record CreateOrganization(string Slug, string Name);

/// <summary>Adds organizations: a matter of the console's own machine, at set-up and by command.</summary>
public sealed class OrganizationRegistry(ConsoleStore store, TimeProvider clock)
{
    public const string SlugField = "slug";
    public const string NameField = "organizationName";

    public Task<Result<Id<Organization>>> CreateAsync(Actor actor, CreateOrganization command, CancellationToken cancellation) =>
        store.WriteAsync(db => CreateAsync(db, actor, command, cancellation), cancellation);

    /// <summary>The same, as a part of a larger write.</summary>
    internal async Task<Result<Id<Organization>>> CreateAsync(
        ConsoleDbContext db, Actor actor, CreateOrganization command, CancellationToken cancellation)
    {
        if (actor.Kind is not ActorKind.System)
        {
            return new Failure(FailureKind.Forbidden, "organization.add_forbidden", "Organizations are added at the console's own machine.");
        }

        var name = PlainText.Check(command.Name, NameField, 1, Organization.NameMaxLength);
        List<Failure> failures = [.. name.Failures];
        if (!IsSlug(command.Slug))
        {
            failures.Add(Failure.Invalid(
                SlugField, "slug.form", $"Use 2 to {Organization.SlugMaxLength} lower-case letters, digits and hyphens, for example acme-labs."));
        }
        else if (await db.Organizations.AnyAsync(organization => organization.Slug == command.Slug, cancellation))
        {
            failures.Add(Failure.Invalid(SlugField, "slug.taken", "There is an organization of this short name already. Choose another."));
        }

        if (failures.Count > 0)
        {
            return failures;
        }

        var now = clock.Now();
        var added = new Organization { Id = Id<Organization>.New(now), Slug = command.Slug, Name = name.Value, CreatedAt = now };
        db.Organizations.Add(added);
        db.AuditEntries.Add(AuditEntry.For(actor, AuditActions.OrganizationCreated, new(added.Id, added.Id.ToString(), added.Name), now));
        await db.SaveChangesAsync(cancellation);
        return added.Id;
    }

    private static bool IsSlug(string slug) =>
        slug.Length is >= 2 and <= Organization.SlugMaxLength
        && slug.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-')
        && slug[0] is not '-'
        && slug[^1] is not '-';
}
