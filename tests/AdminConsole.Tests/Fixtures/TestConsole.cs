using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures;

/// <summary>The real use cases over a private database; only the clock is fake. What a test starts from is made here.</summary>
public sealed class TestConsole(IServiceProvider services)
{
    public static async Task<TestConsole> PrepareAsync(IServiceProvider services)
    {
        await services.GetRequiredService<ConsoleDatabase>().PrepareAsync(CancellationToken.None);
        await services.GetRequiredService<KeyChangePoller>().LoadAsync(CancellationToken.None);
        return new(services);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<Id<Organization>> CreateOrganizationAsync(string slug = "acme", params IReadOnlyList<string> scopeCatalogue)
    {
        var added = await Get<OrganizationRegistry>().CreateAsync(Actor.System, new(slug, $"The {slug}"), CancellationToken.None);
        await ChangeAsync(db => db.Organizations.Single(organization => organization.Id == added.Value)
            .ScopeCatalogue.AddRange(scopeCatalogue.Select(scope => new ScopeDefinition { Scope = scope, Description = $"May {scope}" })));
        return added.Value;
    }

    public async Task<Id<Project>> AddProjectAsync(Id<Organization> organization, string name = "Payments")
    {
        var project = new Project { Id = Id<Project>.New(A.Monday), OrganizationId = organization, Name = name };
        await ChangeAsync(db => db.Projects.Add(project));
        return project.Id;
    }

    public async Task<Id<Owner>> AddOwnerAsync(Id<Organization> organization, string name = "Deploy team")
    {
        var owner = new Owner
        {
            Id = Id<Owner>.New(A.Monday),
            OrganizationId = organization,
            Kind = OwnerKind.Team,
            ExternalId = $"team_{name.Replace(' ', '_')}",
            Name = name,
        };
        await ChangeAsync(db => db.Owners.Add(owner));
        return owner.Id;
    }

    public async Task<KeyTarget> AddKeyAsync(Id<Organization> organization, KeySettings? settings = null, KeyKind kind = KeyKind.Service)
    {
        var created = await Get<CreateKeyHandler>().CreateAsync(
            A.Admin(organization), new(organization, settings ?? A.Settings(), kind), CancellationToken.None);
        return new(organization, created.Value.Id);
    }

    public async Task<KeyDetails> DetailsAsync(KeyTarget target) =>
        (await Get<KeyQueries>().GetAsync(Actor.System, target, CancellationToken.None)).Value;

    /// <summary>From now on no query for keys is answered, as with a file that was damaged there.</summary>
    public Task LoseKeysAsync() => WriteAsync(db => db.Database.ExecuteSql($"ALTER TABLE ApiKeys RENAME TO LostKeys"));

    public Task RestoreKeysAsync() => WriteAsync(db => db.Database.ExecuteSql($"ALTER TABLE LostKeys RENAME TO ApiKeys"));

    /// <summary>From now on the database cannot say which keys have changed, and is not there for a sign of life.</summary>
    public Task LoseDatabaseAsync() =>
        WriteAsync(
            db => db.Database.ExecuteSql($"ALTER TABLE KeyChanges RENAME TO LostChanges; ALTER TABLE Organizations RENAME TO LostOrganizations"));

    public Task RestoreDatabaseAsync() =>
        WriteAsync(
            db => db.Database.ExecuteSql($"ALTER TABLE LostChanges RENAME TO KeyChanges; ALTER TABLE LostOrganizations RENAME TO Organizations"));

    /// <summary>A change that no use case makes, which the console finds when it next looks.</summary>
    public async Task ChangeAsync(Action<ConsoleDbContext> change)
    {
        await WriteAsync(change);
        await Get<KeyChangePoller>().LookAsync(CancellationToken.None);
    }

    private async Task WriteAsync(Action<ConsoleDbContext> change) => await Get<ConsoleStore>().WriteAsync<int>(
        async db =>
        {
            change(db);
            return await db.SaveChangesAsync();
        },
        CancellationToken.None);
}
