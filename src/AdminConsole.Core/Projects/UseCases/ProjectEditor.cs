using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Projects.UseCases;

public sealed record CreateProject(Id<Organization> OrganizationId, string? Name);

/// <param name="Version">The version that the change was made from; another one is refused as stale.</param>
/// <param name="Name">Left out, it stays.</param>
public sealed record RenameProject(ProjectTarget Target, int Version, Optional<string?> Name);

/// <param name="Version">The version that was looked at; another one is refused as stale.</param>
public sealed record DeleteProject(ProjectTarget Target, int Version);

/// <summary>Adds, renames and deletes projects.</summary>
public sealed class ProjectEditor(ConsoleStore store, TimeProvider clock)
{
    public Task<Result<Project>> CreateAsync(Actor actor, CreateProject command, CancellationToken cancellation) => WriteAsync(
        actor,
        command.OrganizationId,
        async db =>
        {
            var name = await NameAsync(db, command.OrganizationId, command.Name, cancellation);
            if (!name.Succeeded)
            {
                return name.Failures;
            }

            var now = clock.Now();
            var added = new Project { Id = Id<Project>.New(now), OrganizationId = command.OrganizationId, Name = name.Value, CreatedAt = now };
            db.Projects.Add(added);
            Audit(db, actor, AuditActions.ProjectCreated, added, before: null);
            return added;
        },
        cancellation);

    /// <summary>To the name that it has already: nothing happens.</summary>
    public Task<Result<Project>> RenameAsync(Actor actor, RenameProject command, CancellationToken cancellation) => ChangeAsync(
        actor,
        command.Target,
        command.Version,
        async (db, project) =>
        {
            var name = await NameAsync(db, project.OrganizationId, command.Name.Or(project.Name), cancellation, except: project.Id);
            if (!name.Succeeded)
            {
                return name.Failures;
            }

            if (name.Value != project.Name)
            {
                var before = project.Name;
                (project.Name, project.Version) = (name.Value, project.Version + 1);
                Audit(db, actor, AuditActions.ProjectRenamed, project, before);
            }

            return project;
        },
        cancellation);

    /// <summary>Only one that no key is limited to: without its project such a key would be limited to less, or to nothing.</summary>
    public Task<Result<Project>> DeleteAsync(Actor actor, DeleteProject command, CancellationToken cancellation) => ChangeAsync(
        actor,
        command.Target,
        command.Version,
        async (db, project) =>
        {
            var keys = await db.ApiKeys.CountAsync(KeyMatching.In(project.Id), cancellation);
            if (keys > 0)
            {
                return ProjectFailures.InUse(keys);
            }

            db.Projects.Remove(project);
            Audit(db, actor, AuditActions.ProjectDeleted, project, project.Name);
            return project;
        },
        cancellation);

    private Task<Result<Project>> ChangeAsync(
        Actor actor,
        ProjectTarget target,
        int version,
        Func<ConsoleDbContext, Project, Task<Result<Project>>> change,
        CancellationToken cancellation) =>
        WriteAsync(
            actor,
            target.OrganizationId,
            async db =>
            {
                var found = await db.Projects.OneAsync(target, cancellation);
                if (!found.Succeeded)
                {
                    return found;
                }

                return found.Value.Version == version ? await change(db, found.Value) : ProjectFailures.Stale(found.Value.Version);
            },
            cancellation);

    private async Task<Result<Project>> WriteAsync(
        Actor actor, Id<Organization> organization, Func<ConsoleDbContext, Task<Result<Project>>> work, CancellationToken cancellation) =>
        OrganizationAccess.Refusal(actor, Permission.WriteProjects, organization, ProjectFailures.MayNotWrite) is { } refusal
            ? refusal
            : await store.SaveAsync(work, cancellation);

    private static async Task<Result<string>> NameAsync(
        ConsoleDbContext db, Id<Organization> organization, string? given, CancellationToken cancellation, Id<Project>? except = null)
    {
        var name = PlainText.Check(given, ProjectFailures.NameField, 1, Project.NameMaxLength);
        if (!name.Succeeded)
        {
            return name;
        }

        var isTaken = await db.Projects.AnyAsync(
            project => project.OrganizationId == organization && project.Name == name.Value && project.Id != except, cancellation);
        return isTaken ? ProjectFailures.NameTaken : name;
    }

    private void Audit(ConsoleDbContext db, Actor actor, string action, Project project, string? before)
    {
        var after = action == AuditActions.ProjectDeleted ? null : project.Name;
        var details = AuditDetails.Of(AuditDetails.Change(ProjectFailures.NameField, before, after));
        db.AuditEntries.Add(AuditEntry.For(actor, action, new(project.OrganizationId, project.Id.ToString(), project.Name), clock.Now(), details));
    }
}
