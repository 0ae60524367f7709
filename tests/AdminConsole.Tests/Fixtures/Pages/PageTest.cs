using System.Security.Claims;
using AdminConsole.Core;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Web.Security;
using AdminConsole.Web.Shell;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures.Pages;

/// <summary>
/// Renders pages and dialogs over the real services, a private database and a real session in it; only the browser and the
/// clock are fake.
/// </summary>
public abstract class PageTest : BunitContext, IAsyncLifetime
{
    private readonly BunitAuthorizationContext _user;
    private TestDatabase? _database;

    // A page that is never shown still fails; a machine busy with other tests does not fail it.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    protected PageTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddConsoleKit();
        Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        Services.AddScoped<CurrentOperator>();
        _user = this.AddAuthorization();
    }

    protected TestClock Clock { get; } = new(A.Monday);

    protected TestConsole Console { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        Services.AddConsoleCore(_database.Directory);
        Console = await TestConsole.PrepareAsync(Services);
    }

    protected Task SignInAsync(Id<Organization> organization, OperatorRole role = OperatorRole.Admin) =>
        SignInAsync("Ada", isSupport: false, (organization, role));

    protected Task SignInAsync(params (Id<Organization> Organization, OperatorRole Role)[] memberships) =>
        SignInAsync("Ada", isSupport: false, memberships);

    protected Task SignInAsSupportAsync() => SignInAsync("Sue", isSupport: true);

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        _database?.Dispose();
    }

    private async Task SignInAsync(string name, bool isSupport, params (Id<Organization> Organization, OperatorRole Role)[] memberships)
    {
        var person = new Operator { Id = Guid.CreateVersion7(A.Monday), DisplayName = name, IsSupport = isSupport };
        person.Memberships.AddRange(
            memberships.Select(membership => new Membership { OrganizationId = membership.Organization, Role = membership.Role }));
        await Console.ChangeAsync(db => db.Users.Add(person));
        var session = await Console.Get<OperatorSessions>().StartAsync(person.Id, [], CancellationToken.None);
        _user.SetAuthorized(name);
        _user.SetClaims(
            new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()),
            new Claim(OperatorClaims.Session, Convert.ToHexString(OperatorSessions.HashOf(session))));
    }
}
