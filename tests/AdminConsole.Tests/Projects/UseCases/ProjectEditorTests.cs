using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Projects.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Projects.UseCases;

public sealed class ProjectEditorTests : CoreTest
{
    private Id<Organization> _acme;

    private ProjectEditor Editor => Console.Get<ProjectEditor>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Adds_renames_and_deletes_with_an_audit_entry_for_each()
    {
        var added = (await AddAsync("  Payments ")).Value;
        var renamed = (await RenameAsync(added, 1, "Billing")).Value;
        var deleted = await DeleteAsync(added, 2);

        Assert.Equal(("Payments", 1), (added.Name, added.Version));
        Assert.Equal(("Billing", 2), (renamed.Name, renamed.Version));
        Assert.True(deleted.Succeeded);
        var rows = await DatabaseContents.ReadAsync(Database.Directory);
        Assert.DoesNotContain(rows, row => row.StartsWith("Projects:", StringComparison.Ordinal));
        Assert.All(["project.created", "project.renamed", "project.deleted"], action => Assert.Single(
            rows, row => row.StartsWith("AuditEntries:", StringComparison.Ordinal) && row.Contains(action, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task To_its_own_name_is_no_change()
    {
        var project = (await AddAsync("Payments")).Value;
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(1, (await RenameAsync(project, 1, "Payments")).Value.Version);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task Refuses_a_name_that_is_taken_here_and_not_one_that_is_taken_elsewhere()
    {
        var other = await Console.CreateOrganizationAsync("other");
        await Console.AddProjectAsync(other, "Theirs");
        var (payments, billing) = ((await AddAsync("Payments")).Value, (await AddAsync("Billing")).Value);

        await AssertRefusedAsync(() => AddAsync("Payments"), ("name", "project.name_taken"));
        await AssertRefusedAsync(() => RenameAsync(billing, 1, payments.Name), ("name", "project.name_taken"));
        await AssertRefusedAsync(() => AddAsync(""), ("name", "text.length"));
        Assert.True((await AddAsync("Theirs")).Succeeded);
    }

    [Fact]
    public async Task Refuses_to_delete_what_a_key_is_limited_to()
    {
        var project = (await AddAsync("Payments")).Value;
        await Console.AddKeyAsync(_acme, A.Settings() with { ProjectIds = [project.Id] });

        await AssertRefusedAsync(() => DeleteAsync(project, 1), (null, "project.in_use"));
    }

    [Fact]
    public async Task Refuses_an_old_version_and_who_may_not()
    {
        var project = (await AddAsync("Payments")).Value;
        var other = await Console.CreateOrganizationAsync("other");
        await RenameAsync(project, 1, "Billing");

        await AssertRefusedAsync(() => RenameAsync(project, 1, "Sales"), (null, "project.stale"));
        await AssertRefusedAsync(() => DeleteAsync(project, 1), (null, "project.stale"));
        await AssertRefusedAsync(() => DeleteAsync(project, 2, A.Viewer(_acme)), (null, "project.write_forbidden"));
        await AssertRefusedAsync(() => DeleteAsync(project, 2, A.Admin(other)), (null, "organization.not_found"));
        await AssertRefusedAsync(
            () => Editor.DeleteAsync(A.Admin(other), new(new(other, project.Id), 2), CancellationToken.None), (null, "project.not_found"));
    }

    private Task<Result<Project>> AddAsync(string name) => Editor.CreateAsync(A.Admin(_acme), new(_acme, name), CancellationToken.None);

    private Task<Result<Project>> RenameAsync(Project project, int version, string name) =>
        Editor.RenameAsync(A.Admin(_acme), new(new(_acme, project.Id), version, name), CancellationToken.None);

    private Task<Result<Project>> DeleteAsync(Project project, int version, Actor? actor = null) =>
        Editor.DeleteAsync(actor ?? A.Admin(_acme), new(new(_acme, project.Id), version), CancellationToken.None);
}
