using AdminConsole.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures;

/// <summary>A private data directory per test: the real file, the real migrations, the real peppers.</summary>
public sealed class TestDatabase : IDisposable
{
    // Migrating takes longer than most tests: done once, copied for each.
    private static readonly Lazy<Task<DirectoryInfo>> Prepared = new(PrepareTemplateAsync);

    private TestDatabase(DirectoryInfo folder) => Directory = new(folder.FullName);

    public DataDirectory Directory { get; }

    public static async Task<TestDatabase> CreateAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("adminconsole-test-");
        foreach (var file in (await Prepared.Value).EnumerateFiles())
        {
            file.CopyTo(Path.Combine(folder.FullName, file.Name));
        }

        return new(folder);
    }

    public void Dispose() => System.IO.Directory.Delete(Directory.Path, recursive: true);

    private static async Task<DirectoryInfo> PrepareTemplateAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("adminconsole-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        await using (var services = new ServiceCollection().AddLogging().AddConsoleCore(new(folder.FullName)).BuildServiceProvider())
        {
            await services.GetRequiredService<ConsoleDatabase>().PrepareAsync(CancellationToken.None);
        }

        // The last connection writes the log into the file when it closes.
        SqliteConnection.ClearAllPools();
        return folder;
    }
}
