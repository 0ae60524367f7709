using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Operators.UseCases;

public sealed class OperatorPasswordResetTests : IAsyncLifetime
{
    private const string Better = "seven quiet amber lanterns";

    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Lets_somebody_in_who_forgot_the_password_and_was_locked_out_by_trying()
    {
        for (var time = 0; time < OperatorCredentials.MaxFailures; time++)
        {
            await TryAsync("what was it again");
        }

        await ResetAsync(ConsoleApp.Email, Better);

        Assert.True(await TryAsync(Better));
        Assert.False(await TryAsync(ConsoleApp.Password));
    }

    [Fact]
    public async Task Ends_every_session()
    {
        using var browser = await _app.SignedInBrowserAsync();

        await ResetAsync(ConsoleApp.Email, Better);

        Assert.NotNull((await browser.GetAsync("/account/change-password")).LeadsTo());
    }

    [Theory]
    [InlineData(ConsoleApp.Email, "short", OperatorRegistry.PasswordField, "password.short")]
    [InlineData(ConsoleApp.Email, null, OperatorRegistry.PasswordField, "password.short")]
    [InlineData(ConsoleApp.Email, "ababababababababab", OperatorRegistry.PasswordField, "password.repetitive")]
    [InlineData(ConsoleApp.Email, "one ada is enough for me", OperatorRegistry.PasswordField, "password.name")]
    [InlineData("stranger@example.com", Better, OperatorRegistry.EmailField, "operator.not_found")]
    [InlineData("", Better, OperatorRegistry.EmailField, "operator.not_found")]
    public async Task Names_the_field_at_fault_and_changes_nothing(string email, string? password, string field, string code)
    {
        var directory = _app.Get<DataDirectory>();
        var before = await DatabaseContents.ReadAsync(directory);

        var refused = await ResetAsync(email, password);

        Assert.Equal((field, code), (refused.Failures[0].Field, Assert.Single(refused.Failures).Code));
        Assert.Equal(before, await DatabaseContents.ReadAsync(directory));
        Assert.True(await TryAsync(ConsoleApp.Password));
    }

    [Fact]
    public async Task Is_for_the_consoles_own_machine_alone()
    {
        var refused = await _app.Get<OperatorPasswordReset>().RunAsync(Actor.Nobody, new(ConsoleApp.Email, Better), CancellationToken.None);

        Assert.Equal(FailureKind.Forbidden, Assert.Single(refused.Failures).Kind);
    }

    private Task<Result<Id<Operator>>> ResetAsync(string email, string? password) =>
        _app.Get<OperatorPasswordReset>().RunAsync(Actor.System, new(email, password), CancellationToken.None);

    private async Task<bool> TryAsync(string password) =>
        (await _app.Get<OperatorSignIn>().CheckAsync(ConsoleApp.Email, password, null, CancellationToken.None)).Succeeded;
}
