using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>A request to make a key under a name that its caller chose, so that it makes one key however often it is sent.</summary>
/// <param name="command">The command: another one under the same name is a mistake of the caller's.</param>
internal sealed class IdempotentRequest(Id<Organization> organization, string name, object command)
{
    private static readonly Failure OtherRequest = new(
        FailureKind.Reused, "idempotency_key.reused", "This Idempotency-Key came with another request before. Use a new one for a new request.");

    private IdempotencyRecord? _earlier;

    /// <summary>What the request made when it first came; null when this is the first time, or when it asked for something else.</summary>
    public CreatedOnce? Repeated =>
        _earlier is not null && _earlier.IsFor(command) ? new(_earlier.KeyId, _earlier.KeyName, _earlier.Hint, null) : null;

    // In the transaction that creates the key: of requests sent at once, the first to write makes the key and the others find its record.
    public async Task<Failure?> RefuseRepetitionAsync(ConsoleDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        var forgotten = now - IdempotencyRecord.Lifetime;
        await db.IdempotencyRecords.Where(record => record.At <= forgotten).ExecuteDeleteAsync(cancellation);
        _earlier = await db.IdempotencyRecords.AsNoTracking().SingleOrDefaultAsync(
            record => record.OrganizationId == organization && record.Request == name, cancellation);
        return _earlier is null ? null : OtherRequest;
    }

    public void Remember(ConsoleDbContext db, ApiKey key, DateTimeOffset now) =>
        db.IdempotencyRecords.Add(IdempotencyRecord.Of(key, command, name, now));
}
