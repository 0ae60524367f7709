using AdminConsole.Core.Operators.UseCases;

namespace AdminConsole.Web.Account.Setup;

/// <summary>Remembers that the console is set up, which once true stays so: operators are not deleted.</summary>
internal sealed class SetupStatus(ConsoleSetUp setUp)
{
    private volatile bool _isSetUp;

    public async ValueTask<bool> IsSetUpAsync(CancellationToken cancellation) =>
        _isSetUp || (_isSetUp = !await setUp.IsOpenAsync(cancellation));
}
