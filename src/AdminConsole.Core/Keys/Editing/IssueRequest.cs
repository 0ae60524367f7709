using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>A request to make a key under a name that its caller chose, so that it makes one key however often it is sent.</summary>
/// <param name="wish">The command: another one under the same name is a mistake of the caller's.</param>
internal sealed class IssueRequest(Id<Organization> organization, string name, object wish)
{
    private static readonly Failure OtherWish = new(
        FailureKind.Reused, "idempotency_key.reused", "This Idempotency-Key came with another request before. Use a new one for a new request.");

    private IssueReceipt? _earlier;

    /// <summary>What the request made when it first came; null when this is the first time, or when it wished for something else.</summary>
    public IssuedOnce? Repeated =>
        _earlier is not null && _earlier.IsFor(wish) ? new(_earlier.KeyId, _earlier.KeyName, _earlier.Hint, null) : null;

    // In the transaction that issues: of requests sent at once, the first to write makes the key and the others find its receipt.
    public async Task<Failure?> RefuseRepetitionAsync(ConsoleDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        var forgotten = now - IssueReceipt.Lifetime;
        await db.IssueReceipts.Where(receipt => receipt.At <= forgotten).ExecuteDeleteAsync(cancellation);
        _earlier = await db.IssueReceipts.AsNoTracking().SingleOrDefaultAsync(
            receipt => receipt.OrganizationId == organization && receipt.Request == name, cancellation);
        return _earlier is null ? null : OtherWish;
    }

    public void Remember(ConsoleDbContext db, ApiKey key, DateTimeOffset now) => db.IssueReceipts.Add(IssueReceipt.Of(key, wish, name, now));
}
