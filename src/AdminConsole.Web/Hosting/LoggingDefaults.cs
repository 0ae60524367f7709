using AdminConsole.Web.Api.Authentication;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace AdminConsole.Web.Hosting;

internal static class LoggingDefaults
{
    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = nameof(LogLevel.Warning),

        // A line for each request that is not let in: whoever likes could fill the disk.
        [$"Logging:LogLevel:{typeof(ManagementKeyHandler).FullName}"] = nameof(LogLevel.Warning),

        // At any level this category has the framework make an activity and a scope for every request, verifications included.
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = nameof(LogLevel.None),

        // An error at each question of a probe, from the first on while the keys are loaded. What is wrong is logged by whoever finds it.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = nameof(LogLevel.None),

        // By default whoever logs waits until there is room: once nobody reads the output any more, all who create a key would wait for ever.
        ["Logging:Console:QueueFullMode"] = nameof(ConsoleLoggerQueueFullMode.DropWrite),
    };

    /// <summary>
    /// The framework logs each request and each SQL command unless it is told otherwise, and stands still with its log. Every other source of
    /// settings wins over this one.
    /// </summary>
    public static void AddLoggingDefaults(this IHostApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Settings });
}
