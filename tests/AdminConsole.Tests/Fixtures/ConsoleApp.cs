using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Tests.Fixtures;

/// <summary>The whole console as it is served, in this process and over a private database; only the clock is fake.</summary>
public sealed class ConsoleApp : WebApplicationFactory<Program>
{
    public const string Email = "ada@example.com";
    public const string Password = "four calm green herons";

    private readonly TestDatabase _database;
    private readonly Action<IServiceCollection> _change;

    private ConsoleApp(TestDatabase database, Action<IServiceCollection> change) => (_database, _change) = (database, change);

    /// <summary>Settings of the test's own. Unless told otherwise, the console answers to every host name.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal) { ["AllowedHosts"] = "*" };

    public TestClock Clock { get; } = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public TestLog Log { get; } = new();

    public DataDirectory DataDirectory => _database.Directory;

    /// <summary>A console without operators: it waits to be set up.</summary>
    /// <param name="change">Replaces services, where a test must.</param>
    /// <param name="settings">See <see cref="Settings"/>.</param>
    public static async Task<ConsoleApp> StartEmptyAsync(Action<IServiceCollection>? change = null, params (string Key, string? Value)[] settings)
    {
        var app = new ConsoleApp(await TestDatabase.CreateAsync(), change ?? (_ => { }));
        foreach (var (key, value) in settings)
        {
            app.Settings[key] = value;
        }

        return app;
    }

    /// <summary>A console with one organization, “acme”, and its owner.</summary>
    public static async Task<ConsoleApp> StartAsync(Action<IServiceCollection>? change = null, params (string Key, string? Value)[] settings)
    {
        var app = await StartEmptyAsync(change, settings);
        await app.Get<OrganizationRegistry>().CreateAsync(Actor.System, new("acme", "Acme"), CancellationToken.None);
        await app.AddOperatorAsync(Email, Password);
        return app;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<Id<Operator>> AddOperatorAsync(string email, string password, OperatorRole role = OperatorRole.Owner)
    {
        var added = await Get<OperatorRegistry>().CreateAsync(
            Actor.System, new(email, email.Split('@')[0], password, [new("acme", role)]), CancellationToken.None);
        return added.Value;
    }

    /// <summary>A browser of its own: with cookies, and following no redirect.</summary>
    public Browser OpenBrowser(string origin = "http://localhost") =>
        new(CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new(origin) }));

    public async Task<Browser> SignedInBrowserAsync(string email = Email, string password = Password, string origin = "http://localhost")
    {
        var browser = OpenBrowser(origin);
        await browser.SignInAsync(email, password);
        return browser;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _database.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => Settings
        .Aggregate(builder, (host, setting) => host.UseSetting(setting.Key, setting.Value))
        .UseEnvironment("Production")
        .UseSetting("Console:DataDirectory", _database.Directory.Path)
        .ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log))
        .ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IHostLifetime, NoSignals>();

            // As many rounds as in production would take longer than all else together.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            _change(services);
        });
}
