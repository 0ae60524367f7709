using AdminConsole.Core;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Web.Hosting;

namespace AdminConsole.Web.Commands;

/// <summary>Runs a command on the same data directory, settings and use cases that the console serves with.</summary>
internal static class CommandHost
{
    public const int Succeeded = 0;
    public const int Failed = 1;

    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> command, CancellationToken cancellation)
    {
        try
        {
            using var host = Build();
            host.Services.GetRequiredService<DataDirectoryLock>();
            await host.Services.GetRequiredService<ConsoleDatabase>().PrepareAsync(cancellation);
            return await command(host.Services);
        }
        catch (ConsoleStartException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Failed;
        }
    }

    /// <summary>Prints each failure on standard error.</summary>
    public static async Task<int> FailAsync(IReadOnlyList<Failure> failures)
    {
        foreach (var failure in failures)
        {
            await Console.Error.WriteLineAsync(failure.Field is null ? failure.Message : $"{failure.Field}: {failure.Message}");
        }

        return Failed;
    }

    private static IHost Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Environment.EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? builder.Environment.EnvironmentName;
        builder.AddRepositorySettings();

        // Standard output belongs to the command's answer.
        builder.Logging
            .ClearProviders()
            .SetMinimumLevel(LogLevel.Warning)
            .AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddConsoleCore(builder.DataDirectory());
        return builder.Build();
    }
}
