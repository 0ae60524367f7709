using AdminConsole.Core.Data;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Verification.Changes;

namespace AdminConsole.Web.Hosting;

internal static class Startup
{
    /// <summary>
    /// Takes the data directory, brings the database up to date and, in Development, fills it with demo data; then begins to load the keys. Runs
    /// beside its caller, which meanwhile sets up how requests are answered.
    /// </summary>
    /// <exception cref="ConsoleStartException">The console cannot start; the message says why.</exception>
    public static Task PrepareAsync(this IHost host, CancellationToken cancellation = default) =>
        Task.Run(() => host.PrepareAloneAsync(cancellation), cancellation);

    private static async Task PrepareAloneAsync(this IHost host, CancellationToken cancellation)
    {
        var services = host.Services;
        services.GetRequiredService<DataDirectoryLock>();
        await services.GetRequiredService<ConsoleDatabase>().PrepareAsync(cancellation);
        var demoPassword = services.GetRequiredService<IConfiguration>()[ConsoleSettings.DemoPasswordKey];
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment() && demoPassword is not null)
        {
            await services.GetRequiredService<DemoData>().SeedAsync(demoPassword, cancellation);
        }

        services.GetRequiredService<KeyChangePoller>().BeginLoad();
    }

    /// <summary>Prints where the console is and, in Development, who can sign in.</summary>
    public static void AnnounceWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var listening = string.Join(" and ", app.Urls);
        Console.WriteLine(app.Services.GetRequiredService<ProxyOptions>().PublicAddress is { } address
            ? $"AdminConsole is at {address} (it listens on {listening})"
            : $"AdminConsole is at {listening}");
        if (app.Environment.IsDevelopment() && app.Configuration[ConsoleSettings.DemoPasswordKey] is { } password)
        {
            Console.WriteLine(SignIns(password));
        }
    });

    /// <summary>One line for each, in columns: address, password, role.</summary>
    internal static string SignIns(string password)
    {
        var width = DemoSignIns.All.Max(signIn => signIn.Email.Length);
        var lines = DemoSignIns.All.Select(signIn => $"  {signIn.Email.PadRight(width)}  {password}  {signIn.Role}");
        return string.Join(Environment.NewLine, lines.Prepend("Demo sign-ins (address, password, role):"));
    }
}
