using AdminConsole.Actors;
using AdminConsole.Data;
using AdminConsole.Operators;
using AdminConsole.Organizations;
using AdminConsole.Owners;
using AdminConsole.Projects;
using AdminConsole.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Demo;

/// <summary>What a fresh console in Development holds: two organizations, operators of every role, and keys in every status.</summary>
public sealed class DemoData(ConsoleStore store, OrganizationRegistry organizations, OperatorRegistry operators, DemoKeys keys, TimeProvider clock)
{
    public const string AcmeSlug = "acme";
    public const string GlobexSlug = "globex";
    public const string OwnerEmail = "owner@acme.test";
    public const string AdminEmail = "admin@acme.test";
    public const string ViewerEmail = "viewer@acme.test";
    public const string OtherAdminEmail = "admin@globex.test";
    public const string SupportEmail = "support@console.test";

    private const int AcmeKeys = 240;
    private const int GlobexKeys = 60;

    /// <summary>Adds what is missing; a second run changes nothing.</summary>
    /// <param name="password">Every demo operator's.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public async Task SeedAsync(string password, CancellationToken cancellation)
    {
        await SeedOrganizationAsync(new(AcmeSlug, "Acme Cloud"), withCatalogue: true, AcmeKeys, cancellation);
        await SeedOrganizationAsync(new(GlobexSlug, "Globex Research"), withCatalogue: false, GlobexKeys, cancellation);
        await SeedOperatorAsync(new(OwnerEmail, "Olivia Marsh", password, [new(AcmeSlug, OperatorRole.Owner)]), cancellation);
        await SeedOperatorAsync(new(AdminEmail, "Amir Haddad", password, [new(AcmeSlug, OperatorRole.Admin)]), cancellation);
        await SeedOperatorAsync(new(ViewerEmail, "Vera Lindqvist", password, [new(AcmeSlug, OperatorRole.Viewer)]), cancellation);
        await SeedOperatorAsync(new(OtherAdminEmail, "Gus Okafor", password, [new(GlobexSlug, OperatorRole.Admin)]), cancellation);
        await SeedOperatorAsync(new(SupportEmail, "Sana Ito", password, [], IsSupport: true), cancellation);
    }

    /// <summary>Adds an organization with projects and owners, for demo keys to refer to.</summary>
    public async Task<Result<Id<Organization>>> AddOrganizationAsync(AddOrganization organization, bool withCatalogue, CancellationToken cancellation)
    {
        var added = await organizations.AddAsync(Actor.System, organization, cancellation);
        if (added.Succeeded)
        {
            await AddContentsAsync(added.Value, withCatalogue, cancellation);
        }

        return added;
    }

    private async Task SeedOrganizationAsync(AddOrganization organization, bool withCatalogue, int keyCount, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        if (await db.Organizations.AnyAsync(existing => existing.Slug == organization.Slug, cancellation))
        {
            return;
        }

        var added = await AddOrganizationAsync(organization, withCatalogue, cancellation);
        await keys.AddAsync(added.Value, keyCount, cancellation);
    }

    private async Task SeedOperatorAsync(AddOperator command, CancellationToken cancellation)
    {
        var added = await operators.AddAsync(Actor.System, command, cancellation);
        if (added.Failures.Any(failure => failure.Code != "email.taken"))
        {
            throw new ConsoleStartException($"The demo operator {command.Email} cannot be added: {added.Failures[0].Message}");
        }
    }

    private Task<Result<int>> AddContentsAsync(Id<Organization> id, bool withCatalogue, CancellationToken cancellation) => store.WriteAsync<int>(
        async db =>
        {
            var now = clock.Now();
            var organization = await db.Organizations.SingleAsync(organization => organization.Id == id, cancellation);
            organization.ScopeCatalogue.AddRange(withCatalogue
                ? DemoWords.Scopes.Select(scope => new ScopeDefinition { Scope = scope.Name, Description = scope.Description })
                : []);
            db.Projects.AddRange(DemoWords.Projects.Select(name => new Project { Id = Id<Project>.New(now), OrganizationId = id, Name = name, CreatedAt = now }));
            db.Owners.AddRange(DemoWords.Owners.Select(owner => new Owner
            {
                Id = Id<Owner>.New(now),
                OrganizationId = id,
                Kind = owner.Kind,
                ExternalId = owner.ExternalId,
                Name = owner.Name,
                CreatedAt = now,
            }));
            return await db.SaveChangesAsync(cancellation);
        },
        cancellation);
}
