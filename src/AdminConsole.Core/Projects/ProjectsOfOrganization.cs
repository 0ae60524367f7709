using AdminConsole.Core.Actors;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Projects;

internal static class ProjectsOfOrganization
{
    public static async Task<Result<Project>> OneAsync(this IQueryable<Project> projects, ProjectTarget target, CancellationToken cancellation)
    {
        var found = await projects.SingleOrDefaultAsync(
            project => project.OrganizationId == target.OrganizationId && project.Id == target.ProjectId, cancellation);
        return found is null ? ProjectFailures.NotFound : found;
    }
}
