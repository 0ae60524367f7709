using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Operators.UseCases;

public sealed class OperatorCredentialsTests : IAsyncLifetime
{
    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Each_lockout_in_a_row_lasts_longer_up_to_a_quarter_of_an_hour()
    {
        List<double> seconds = [];
        for (var lockout = 0; lockout < 8; lockout++)
        {
            await TryAsync("wrong", OperatorCredentials.MaxFailures);
            var end = await LockoutEndAsync();
            seconds.Add((end - _app.Clock.Now).TotalSeconds);
            _app.Clock.Now = end;
        }

        Assert.Equal([30, 60, 120, 240, 480, 900, 900, 900], seconds);
    }

    [Fact]
    public async Task The_account_opens_exactly_when_the_lockout_ends()
    {
        await TryAsync("wrong", OperatorCredentials.MaxFailures);
        _app.Clock.Now = await LockoutEndAsync() - TimeSpan.FromMilliseconds(1);
        var before = await TryAsync(ConsoleApp.Password);
        _app.Clock.Now += TimeSpan.FromMilliseconds(1);
        var after = await TryAsync(ConsoleApp.Password);

        Assert.Equal((false, true), (before, after));
    }

    [Fact]
    public async Task A_right_password_forgives_the_wrong_ones()
    {
        await TryAsync("wrong", OperatorCredentials.MaxFailures - 1);
        await TryAsync(ConsoleApp.Password);
        await TryAsync("wrong", OperatorCredentials.MaxFailures - 1);

        Assert.True(await TryAsync(ConsoleApp.Password));
    }

    [Fact]
    public async Task Of_many_guesses_at_once_no_more_count_than_of_as_many_in_a_row()
    {
        var guesses = Enumerable.Repeat("wrong", 20).Append(ConsoleApp.Password).Select(password => TryAsync(password));

        await Task.WhenAll(guesses);

        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        var actions = await db.AuditEntries.Select(entry => entry.Action).ToListAsync();
        Assert.Equal(1, actions.Count(action => action == AuditActions.OperatorLockedOut));
        Assert.False(await TryAsync(ConsoleApp.Password));
    }

    [Fact]
    public async Task A_password_beyond_the_longest_allowed_is_wrong()
    {
        Assert.False(await TryAsync(new string('a', 1_000_000)));
    }

    private async Task<bool> TryAsync(string password, int times = 1)
    {
        var succeeded = false;
        for (var time = 0; time < times; time++)
        {
            succeeded = (await _app.Get<OperatorSignIn>().CheckAsync(ConsoleApp.Email, password, null, CancellationToken.None)).Succeeded;
        }

        return succeeded;
    }

    private async Task<DateTimeOffset> LockoutEndAsync()
    {
        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        return (await db.Users.SingleAsync()).LockoutEnd!.Value;
    }
}
