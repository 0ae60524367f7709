using AdminConsole.Actors;
using AdminConsole.Data;
using AdminConsole.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Keys;

/// <summary>A key that a request made, now or when it first came.</summary>
/// <param name="Secret">Null for a repetition: a secret is shown once.</param>
public sealed record IssuedOnce(Id<ApiKey> Id, string Name, string Hint, Secrets.KeySecret? Secret);

/// <summary>Issues a key once, however often the same request is sent within a day.</summary>
public sealed class OnceIssuer(KeyIssuer issuer)
{
    private static readonly Failure MalformedRequest = new(
        FailureKind.Invalid, "idempotency_key.malformed", $"Send 1 to {IssueReceipt.RequestMaxLength} visible ASCII characters as Idempotency-Key.");

    private static readonly Failure OtherWish = new(
        FailureKind.Reused, "idempotency_key.reused", "This Idempotency-Key came with another body before. Use a new one for a new request.");

    public async Task<Result<IssuedOnce>> IssueAsync(Actor actor, IssueKey command, string request, CancellationToken cancellation)
    {
        if (!IssueReceipt.IsRequest(request))
        {
            return MalformedRequest;
        }

        IssueReceipt? earlier = null;
        var issued = await issuer.IssueAsync(
            actor,
            command,
            async (db, now) => (earlier = await EarlierAsync(db, command, request, now, cancellation)) is null ? null : OtherWish,
            (db, key, now) => db.IssueReceipts.Add(IssueReceipt.Of(key, command, request, now)),
            cancellation);
        if (issued.Succeeded)
        {
            return new IssuedOnce(issued.Value.Id, issued.Value.Name, issued.Value.Secret.Hint, issued.Value.Secret);
        }

        return earlier is not null && earlier.IsFor(command)
            ? new IssuedOnce(earlier.KeyId, earlier.KeyName, earlier.Hint, null)
            : issued.Failures.ToList();
    }

    // In the transaction that issues: of requests sent at once, the first to write makes the key and the others find its receipt.
    private static async Task<IssueReceipt?> EarlierAsync(
        ConsoleDbContext db, IssueKey command, string request, DateTimeOffset now, CancellationToken cancellation)
    {
        var forgotten = now - IssueReceipt.Lifetime;
        await db.IssueReceipts.Where(receipt => receipt.At <= forgotten).ExecuteDeleteAsync(cancellation);
        return await db.IssueReceipts.AsNoTracking().SingleOrDefaultAsync(
            receipt => receipt.OrganizationId == command.OrganizationId && receipt.Request == request, cancellation);
    }
}
