using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Ui;

/// <summary>The console as it is delivered, with its demo data, on a data directory that is gone afterwards.</summary>
internal sealed class DemoConsole : IAsyncDisposable
{
    public const string Password = "a password for the benchmark";

    private readonly string _directory;

    private DemoConsole(Server server, string directory) => (Server, _directory) = (server, directory);

    public Server Server { get; }

    public string Origin => FormattableString.Invariant($"http://127.0.0.1:{Server.Port}");

    public static async Task<DemoConsole> StartAsync(CancellationToken cancellation)
    {
        var directory = Directory.CreateTempSubdirectory("adminconsole-ui").FullName;

        // Only in Development there is demo data. The files of a published console lie beside it, not where this runs.
        var server = await Server.StartConsoleAsync(
            directory, probed: true, cancellation,
            "ASPNETCORE_ENVIRONMENT=Development",
            $"ASPNETCORE_CONTENTROOT={Path.GetDirectoryName(Repository.ConsoleFile)}",
            $"Demo__Password={Password}");
        await server.RestAsync(cancellation);
        return new(server, directory);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
