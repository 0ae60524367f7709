using System.Security.Claims;
using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Security;

public sealed class CurrentOperatorTests : IAsyncLifetime
{
    private ConsoleApp _app = null!;
    private AsyncServiceScope _circuit;
    private byte[] _session = [];

    private CurrentOperator Current => _circuit.ServiceProvider.GetRequiredService<CurrentOperator>();

    private OperatorAuthenticationState State =>
        Assert.IsType<OperatorAuthenticationState>(_circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());

    public async ValueTask InitializeAsync()
    {
        _app = await ConsoleApp.StartAsync();
        _circuit = _app.Services.CreateAsyncScope();
        State.SetAuthenticationState(Task.FromResult(new AuthenticationState(await SignInAsync())));
    }

    public async ValueTask DisposeAsync()
    {
        await _circuit.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Is_the_operator_with_the_rights_and_the_address_of_now()
    {
        var actor = await Current.ActorAsync(CancellationToken.None);
        var profile = await Current.ProfileAsync();

        Assert.True(actor.Can(Permission.WriteKeys, await OrganizationAsync()));
        Assert.Equal(("ada", "192.0.2.7"), (actor.Name, actor.Address));
        Assert.Equal(("ada", ConsoleApp.Email), (profile!.DisplayName, profile.Email));
    }

    [Fact]
    public async Task Loses_a_role_at_the_next_action()
    {
        await _app.Get<ConsoleStore>().WriteAsync<int>(
            async db => await db.Memberships.ExecuteUpdateAsync(update => update.SetProperty(membership => membership.Role, OperatorRole.Viewer)),
            CancellationToken.None);

        var actor = await Current.ActorAsync(CancellationToken.None);

        Assert.False(actor.Can(Permission.WriteKeys, await OrganizationAsync()));
        Assert.True(actor.Can(Permission.ReadKeys, await OrganizationAsync()));
    }

    [Fact]
    public async Task Is_nobody_once_the_session_ended_and_the_circuit_turns_anonymous_at_once()
    {
        await _app.Get<OperatorSessions>().EndAsync(_session, null, CancellationToken.None);

        var actor = await Current.ActorAsync(CancellationToken.None);

        Assert.Same(Actor.Nobody, actor);
        Assert.False((await State.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
        Assert.Null(await Current.ProfileAsync());
    }

    [Fact]
    public async Task An_action_goes_on_once_its_operator_has_signed_in_again()
    {
        var asked = 0;
        State.AsksToSignIn = () => Task.FromResult(++asked > 0);
        await _app.Get<OperatorSessions>().EndAsync(_session, null, CancellationToken.None);

        var acting = Current.ActorAsync(CancellationToken.None);
        var waited = !acting.IsCompleted;
        State.Renew(await SignInAsync());
        var actor = await acting;

        Assert.Equal((true, 1), (waited, asked));
        Assert.True(actor.Can(Permission.WriteKeys, await OrganizationAsync()));
    }

    [Fact]
    public async Task A_page_that_is_left_waits_no_longer()
    {
        using var leaving = new CancellationTokenSource();
        State.AsksToSignIn = () => Task.FromResult(true);
        await _app.Get<OperatorSessions>().EndAsync(_session, null, CancellationToken.None);

        var acting = Current.ActorAsync(leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => acting);
    }

    private async Task<ClaimsPrincipal> SignInAsync()
    {
        var person = (await _app.Get<OperatorSignIn>().CheckAsync(ConsoleApp.Email, ConsoleApp.Password, null, CancellationToken.None)).Value;
        _session = OperatorSessions.HashOf(await _app.Get<OperatorSessions>().StartAsync(person.Id, [1], CancellationToken.None));
        var user = OperatorClaims.PrincipalOf(person);
        ((ClaimsIdentity)user.Identity!).AddClaims(
            [new(OperatorClaims.Session, Convert.ToHexStringLower(_session)), new(OperatorClaims.Address, "192.0.2.7")]);
        return user;
    }

    private async Task<Id<Organization>> OrganizationAsync()
    {
        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        return (await db.Organizations.SingleAsync()).Id;
    }
}
