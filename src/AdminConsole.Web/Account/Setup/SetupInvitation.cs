using AdminConsole.Core.Operators.UseCases;

namespace AdminConsole.Web.Account.Setup;

/// <summary>Prints the set-up token at start, as long as nobody has set the console up.</summary>
internal sealed class SetupInvitation(ConsoleSetUp setUp, SetupToken token) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await setUp.IsOpenAsync(cancellationToken))
        {
            token.Print();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
