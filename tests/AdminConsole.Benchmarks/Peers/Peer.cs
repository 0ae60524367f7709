using System.Globalization;
using System.Text;
using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Servers;

namespace AdminConsole.Benchmarks.Peers;

/// <summary>Another product that verifies keys, with a data set whose secrets the benchmark knows. Both are made once, and kept.</summary>
/// <param name="Program">Where it is installed.</param>
/// <param name="Directory">Of the data set.</param>
internal sealed record Peer(string Program, string Directory, IReadOnlyList<byte[]> Secrets)
{
    private const string LockName = "package-lock.json";
    private const string SecretsName = "secrets.txt";

    public int SecretLength => Secrets[0].Length;

    /// <param name="name">Of the folder beside this file that says what to install.</param>
    public static async Task<Peer> PrepareAsync(string name, int count, CancellationToken cancellation)
    {
        var program = Path.Combine(Repository.Peers, name);
        await InstallAsync(Path.Combine(Repository.Root, "tests", "AdminConsole.Benchmarks", "Peers", name), program, cancellation);

        var directory = Path.Combine(Repository.DataSets, string.Create(CultureInfo.InvariantCulture, $"{name}-{count}"));
        var secrets = Path.Combine(directory, SecretsName);
        if (!File.Exists(secrets))
        {
            await SeedAsync(name, program, directory, count);
        }

        return new(program, directory, [.. (await File.ReadAllLinesAsync(secrets, cancellation)).Select(Encoding.ASCII.GetBytes)]);
    }

    /// <param name="kind">For the script; none = as the product is by default.</param>
    public Task<Server> StartAsync(string path, CancellationToken cancellation, params IReadOnlyList<string> kind) =>
        Server.StartNodeAsync([Path.Combine(Program, "server.js"), Directory, .. kind], path, cancellation);

    private static async Task InstallAsync(string source, string program, CancellationToken cancellation)
    {
        DataFolder.Copy(source, program);

        // Written last: without it, or of another list of packages, what is there is no whole installation.
        var installed = Path.Combine(program, "node_modules", LockName);
        var wanted = await File.ReadAllTextAsync(Path.Combine(source, LockName), cancellation);
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, cancellation) == wanted)
        {
            return;
        }

        Console.WriteLine($"Installing {program}");
        var fault = $"{program} could not be installed. It needs Node 20 or later with npm, and the npm registry.";
        await Repository.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], program, fault);

        // The only package whose script is needed: it fetches the SQLite that it runs, or compiles it.
        await Repository.RunAsync("npm", ["rebuild", "better-sqlite3", "--loglevel=error"], program, fault);
        await File.WriteAllTextAsync(installed, wanted, cancellation);
    }

    private static Task SeedAsync(string name, string program, string directory, int count)
    {
        Console.WriteLine($"Making {count:N0} keys in {directory}");
        if (System.IO.Directory.Exists(directory))
        {
            System.IO.Directory.Delete(directory, recursive: true);
        }

        System.IO.Directory.CreateDirectory(directory);
        return Repository.RunAsync(
            "node",
            [Path.Combine(program, "seed.js"), directory, count.ToString(CultureInfo.InvariantCulture)],
            program,
            $"The keys of {name} could not be made.");
    }
}
