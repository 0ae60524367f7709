using AdminConsole.Actors;
using AdminConsole.Web.Components;
using AdminConsole.Web.Security;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures;

/// <summary>Renders pages and dialogs over the real services and a private database; only the browser and the clock are fake.</summary>
public abstract class PageTest : BunitContext, IAsyncLifetime
{
    private TestDatabase? _database;

    protected PageTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddConsoleComponents();
        Services.AddScoped<CurrentOperator>();
    }

    protected TestClock Clock { get; } = new(A.Monday);

    protected TestConsole Console { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        Services.AddConsoleCore(_database.Directory);
        Console = await TestConsole.PrepareAsync(Services);
    }

    protected void SignIn(Actor actor) => Services.GetRequiredService<CurrentOperator>().Actor = actor;

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        _database?.Dispose();
    }
}
