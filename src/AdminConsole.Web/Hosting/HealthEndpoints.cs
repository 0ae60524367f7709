using AdminConsole.Core.Data;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Web.Account.Setup;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AdminConsole.Web.Hosting;

internal static class HealthEndpoints
{
    private const string ReadyTag = "ready";

    public static void AddConsoleHealth(this IServiceCollection services)
    {
        services.AddSingleton<HealthReporter>();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [ReadyTag])
            .AddCheck<KeysCheck>("keys", tags: [ReadyTag]);
    }

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. Both say one word, to anybody. <c>/health</c> says more,
    /// to those with a role.
    /// </summary>
    public static void MapConsoleHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().AvailableBeforeSetup();
        routes.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymous().AvailableBeforeSetup();
        routes.MapHealthReport();
    }

    private sealed class DatabaseCheck(DatabaseProbe database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            new(await database.AnswersAsync(cancellationToken) ? HealthStatus.Healthy : HealthStatus.Unhealthy);
    }

    /// <summary>Every key is in memory, and known to be the database's.</summary>
    internal sealed class KeysCheck(CachedKeys keys, CacheFreshness freshness) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            !keys.IsLoaded ? HealthCheckResult.Unhealthy("Not every key is in memory yet.")
            : freshness.IsStale ? HealthCheckResult.Unhealthy("The database could not be asked of late which keys have changed.")
            : HealthCheckResult.Healthy());
    }
}
