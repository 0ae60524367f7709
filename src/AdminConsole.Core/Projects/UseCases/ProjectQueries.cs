using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Projects.UseCases;

/// <summary>Which project of which organization.</summary>
public sealed record ProjectTarget(Id<Organization> OrganizationId, Id<Project> ProjectId);

/// <summary>Lists projects, and shows one. Whoever may read keys may: a key names its projects.</summary>
public sealed class ProjectQueries(ConsoleStore store)
{
    /// <summary>By name.</summary>
    public async Task<Result<Page<Project>>> ListAsync(Actor actor, Id<Organization> organization, PageRequest page, CancellationToken cancellation)
    {
        if (OrganizationAccess.Refusal(actor, Permission.ReadKeys, organization, ProjectFailures.MayNotRead) is { } refusal)
        {
            return refusal;
        }

        var behind = page.Behind();
        if (!behind.Succeeded)
        {
            return behind.Failures;
        }

        await using var db = store.CreateDbContext();
        var projects = await db.Projects
            .Where(project => project.OrganizationId == organization && project.Name.CompareTo(behind.Value) > 0)
            .OrderBy(project => project.Name)
            .Take(page.Limit + 1)
            .ToListAsync(cancellation);
        return projects.ToPage(page.Limit, project => project.Name);
    }

    public async Task<Result<Project>> GetAsync(Actor actor, ProjectTarget target, CancellationToken cancellation)
    {
        if (OrganizationAccess.Refusal(actor, Permission.ReadKeys, target.OrganizationId, ProjectFailures.MayNotRead) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        return await db.Projects.OneAsync(target, cancellation);
    }
}
