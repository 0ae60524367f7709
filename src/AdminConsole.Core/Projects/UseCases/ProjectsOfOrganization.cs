using AdminConsole.Core.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Projects.UseCases;

internal static class ProjectsOfOrganization
{
    public static async Task<Result<Project>> OneAsync(this IQueryable<Project> projects, ProjectTarget target, CancellationToken cancellation)
    {
        var found = await projects.SingleOrDefaultAsync(
            project => project.OrganizationId == target.OrganizationId && project.Id == target.ProjectId, cancellation);
        return found is null ? ProjectFailures.NotFound : found;
    }
}
