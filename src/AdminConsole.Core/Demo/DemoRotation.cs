using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdminConsole.Core.Demo;

/// <summary>Leaves a rotation half done: the use case itself, at a moment in the past. Nobody is told the successor's secret.</summary>
public sealed class DemoRotation(ConsoleStore store, KeySealer sealer, KeyChangeNotifier changes, KeyFactory factory)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(7);

    internal async Task RotateAsync(DemoPlan plan, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var id = await db.ApiKeys
            .Where(key => key.OrganizationId == plan.Organization && key.Name == DemoScenes.Rotated)
            .Select(key => key.Id)
            .SingleAsync(cancellation);
        var transactions = new KeyTransactions(store, sealer, changes, new StoppedClock(DemoScenes.RotatedAt(plan.Now)));
        var rotation = new RotateKeyHandler(transactions, factory, NullLogger<RotateKeyHandler>.Instance);
        var rotated = await rotation.RotateAsync(plan.Creators[0], new(new(plan.Organization, id), Overlap), cancellation);
        if (!rotated.Succeeded)
        {
            throw new ConsoleStartException($"The demo key {DemoScenes.Rotated} cannot be rotated: {rotated.Failures[0].Message}");
        }
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
