using AdminConsole.Data;
using AdminConsole.Web.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AdminConsole.Web.Hosting;

internal static class HealthEndpoints
{
    private const string ReadyTag = "ready";

    public static void AddConsoleHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [ReadyTag]);

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
    public static void MapConsoleHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().AvailableBeforeSetup();
        routes.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymous().AvailableBeforeSetup();
    }

    private sealed class DatabaseCheck(ConsoleStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = store.CreateDbContext();
            _ = await db.Organizations.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
