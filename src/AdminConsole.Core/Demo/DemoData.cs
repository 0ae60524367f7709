using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Demo;

/// <summary>
/// What a fresh console in Development holds: two organizations, operators of every role, keys in every status, and a month of their use.
/// </summary>
public sealed class DemoData(
    ConsoleStore store,
    OrganizationRegistry organizations,
    OperatorRegistry operators,
    DemoKeys keys,
    DemoRotation rotation,
    DemoUsage usage,
    TimeProvider clock)
{
    public const string AcmeSlug = "acme";
    public const string GlobexSlug = "globex";
    public const string OwnerEmail = "owner@acme.test";
    public const string AdminEmail = "admin@acme.test";
    public const string ViewerEmail = "viewer@acme.test";
    public const string OtherAdminEmail = "admin@globex.test";
    public const string BothEmail = "nadia@partner.test";
    public const string SupportEmail = "support@console.test";

    private const int AcmeKeys = 240;
    private const int GlobexKeys = 60;

    /// <summary>Keys that a rotation adds.</summary>
    private const int Successors = 1;

    /// <summary>Projects and owners are older than the oldest key.</summary>
    private const int DaysOfOrganization = 420;

    /// <summary>Adds what is missing; a second run changes nothing.</summary>
    /// <param name="password">Every demo operator's.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public async Task SeedAsync(string password, CancellationToken cancellation)
    {
        var acme = await SeedOrganizationAsync(new(AcmeSlug, "Acme Cloud"), withCatalogue: true, cancellation);
        var globex = await SeedOrganizationAsync(new(GlobexSlug, "Globex Research"), withCatalogue: false, cancellation);

        // Before the keys, which they create and change.
        foreach (var signIn in DemoSignIns.All)
        {
            await SeedOperatorAsync(new(signIn.Email, signIn.DisplayName, password, signIn.Memberships, signIn.IsSupport), cancellation);
        }

        if (acme is { } first)
        {
            await AddScenesAsync(first, cancellation);
            await usage.AddAsync(first, cancellation);
        }

        if (globex is { } second)
        {
            await keys.AddAsync(second, GlobexKeys, cancellation);
            await usage.AddAsync(second, cancellation);
        }
    }

    /// <summary>Adds an organization with projects and owners, for demo keys to refer to.</summary>
    public async Task<Result<Id<Organization>>> CreateOrganizationAsync(
        CreateOrganization organization, bool withCatalogue, CancellationToken cancellation)
    {
        var added = await organizations.CreateAsync(Actor.System, organization, cancellation);
        if (added.Succeeded)
        {
            await AddContentsAsync(added.Value, withCatalogue, cancellation);
        }

        return added;
    }

    /// <summary>The organization, when it was not there before.</summary>
    private async Task<Id<Organization>?> SeedOrganizationAsync(CreateOrganization organization, bool withCatalogue, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        return await db.Organizations.AnyAsync(existing => existing.Slug == organization.Slug, cancellation)
            ? null
            : (await CreateOrganizationAsync(organization, withCatalogue, cancellation)).Value;
    }

    /// <summary>Random keys, those that show something, and a rotation, in the order of their creation.</summary>
    private async Task AddScenesAsync(Id<Organization> organization, CancellationToken cancellation)
    {
        var plan = await keys.PlanAsync(organization, cancellation);
        var scenes = DemoScenes.Of(plan).ToList();
        var drafts = DemoDrafts.Of(plan, AcmeKeys - scenes.Count - Successors).Concat(scenes).OrderBy(draft => draft.CreatedAt).ToList();
        var rotatedAt = DemoScenes.RotatedAt(plan.Now);
        await keys.AddAsync(organization, drafts.Where(draft => draft.CreatedAt < rotatedAt), cancellation);
        await rotation.RotateAsync(plan, cancellation);
        await keys.AddAsync(organization, drafts.Where(draft => draft.CreatedAt >= rotatedAt), cancellation);
    }

    private async Task SeedOperatorAsync(CreateOperator command, CancellationToken cancellation)
    {
        var added = await operators.CreateAsync(Actor.System, command, cancellation);
        if (added.Failures.Any(failure => failure.Code != "email.taken"))
        {
            throw new ConsoleStartException($"The demo operator {command.Email} cannot be created: {added.Failures[0].Message}");
        }
    }

    private Task<Result<int>> AddContentsAsync(Id<Organization> id, bool withCatalogue, CancellationToken cancellation) => store.WriteAsync<int>(
        async db =>
        {
            var createdAt = clock.Now().AddDays(-DaysOfOrganization);
            var organization = await db.Organizations.SingleAsync(organization => organization.Id == id, cancellation);
            organization.ScopeCatalogue.AddRange(withCatalogue
                ? DemoWords.Scopes.Select(scope => new ScopeDefinition { Scope = scope.Name, Description = scope.Description })
                : []);
            db.Projects.AddRange(DemoWords.Projects.Select(name => new Project
            {
                Id = Id<Project>.New(createdAt),
                OrganizationId = id,
                Name = name,
                CreatedAt = createdAt,
            }));
            db.Owners.AddRange(DemoWords.Owners.Select(owner => new Owner
            {
                Id = Id<Owner>.New(createdAt),
                OrganizationId = id,
                Kind = owner.Kind,
                ExternalId = owner.ExternalId,
                Name = owner.Name,
                CreatedAt = createdAt,
            }));
            return await db.SaveChangesAsync(cancellation);
        },
        cancellation);
}
