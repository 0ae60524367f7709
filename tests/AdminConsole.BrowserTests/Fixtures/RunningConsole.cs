using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdminConsole.BrowserTests.Fixtures;

/// <summary>The whole console on a free loopback port, over a data directory of its own.</summary>
public sealed class RunningConsole : WebApplicationFactory<Program>
{
    /// <summary>Every demo operator's.</summary>
    public const string Password = "a password for browser tests";

    private readonly string? _demoPassword;
    private readonly ILoggerProvider? _log;
    private readonly bool _logsAll;

    private bool _keepsData;

    private RunningConsole(string? demoPassword, ILoggerProvider? log = null, bool logsAll = false, string? dataDirectory = null, int port = 0)
    {
        (_demoPassword, _log, _logsAll) = (demoPassword, log, logsAll);
        DataDirectory = dataDirectory ?? Path.Combine(Path.GetTempPath(), "adminconsole-browser", Path.GetRandomFileName());
        UseKestrel(port);
        StartServer();
    }

    public string DataDirectory { get; }

    public string Origin => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <param name="log">Is given what the settings let through.</param>
    public static RunningConsole WithDemoData(ILoggerProvider? log = null) => new(Password, log);

    /// <summary>The log is given every line of every category, whatever the settings say.</summary>
    public static RunningConsole WithEveryLog(ILoggerProvider log) => new(Password, log, logsAll: true);

    /// <summary>A console without operators: it waits to be set up.</summary>
    public static RunningConsole Empty() => new(demoPassword: null);

    /// <summary>Stops it, and starts another one with its data at its address.</summary>
    public async Task<RunningConsole> RestartAsync()
    {
        var port = new Uri(Origin).Port;
        _keepsData = true;
        await DisposeAsync();
        return new(_demoPassword, _log, _logsAll, DataDirectory, port);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!_keepsData)
        {
            Directory.Delete(DataDirectory, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Only in Development there is demo data; only there the host finds the pages' files by itself.
        builder.UseEnvironment(_demoPassword is null ? "Production" : "Development")
            .UseStaticWebAssets()
            .UseSetting("Console:DataDirectory", DataDirectory)
            .UseSetting("Demo:Password", _demoPassword);
        if (_log is not null)
        {
            builder.ConfigureServices(services => services.AddLogging(logging => logging.ClearProviders().AddProvider(_log)));
        }

        if (_logsAll)
        {
            builder.ConfigureServices(services => services.PostConfigure<LoggerFilterOptions>(options =>
            {
                options.Rules.Clear();
                options.MinLevel = LogLevel.Trace;
            }));
        }
    }
}
