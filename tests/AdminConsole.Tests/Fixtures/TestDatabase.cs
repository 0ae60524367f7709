using AdminConsole.Core;
using AdminConsole.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures;

/// <summary>A private data directory per test: the real file, the real migrations, the real peppers.</summary>
public sealed class TestDatabase : IDisposable
{
    // Migrating takes longer than most tests: done once, copied for each.
    private static readonly Lazy<Task<DirectoryInfo>> Template = new(PrepareTemplateAsync);

    private TestDatabase(DirectoryInfo folder) => Directory = new(folder.FullName);

    public DataDirectory Directory { get; }

    public static async Task<TestDatabase> CreateAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("adminconsole-test-");
        foreach (var file in (await Template.Value).EnumerateFiles())
        {
            file.CopyTo(Path.Combine(folder.FullName, file.Name));
        }

        return new(folder);
    }

    public void Dispose() => System.IO.Directory.Delete(Directory.Path, recursive: true);

    /// <summary>Deletes what the copies were made from.</summary>
    internal static async Task DisposeTemplateAsync()
    {
        if (Template.IsValueCreated)
        {
            (await Template.Value).Delete(recursive: true);
        }
    }

    private static async Task<DirectoryInfo> PrepareTemplateAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("adminconsole-template-");
        await using (var services = new ServiceCollection().AddLogging().AddConsoleCore(new(folder.FullName)).BuildServiceProvider())
        {
            await services.GetRequiredService<ConsoleDatabase>().PrepareAsync(CancellationToken.None);
        }

        // The last connection writes the log into the file when it closes.
        SqliteConnection.ClearAllPools();
        return folder;
    }
}
