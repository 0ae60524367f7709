using AdminConsole.Core;
using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Data;

public sealed class WriteLockTests
{
    [Fact]
    public async Task A_turn_may_end_after_the_services_have_stopped()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var services = new ServiceCollection().AddLogging().AddConsoleCore(database.Directory).BuildServiceProvider();
        var writeLock = services.GetRequiredService<WriteLock>();
        var turn = await writeLock.TakeAsync(CancellationToken.None);

        await services.DisposeAsync();
        turn.Dispose();

        (await writeLock.TakeAsync(CancellationToken.None)).Dispose();
    }
}
