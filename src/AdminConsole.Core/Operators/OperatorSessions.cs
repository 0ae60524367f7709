using System.Security.Cryptography;
using System.Text;
using AdminConsole.Actors;
using AdminConsole.Auditing;
using AdminConsole.Data;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Operators;

/// <summary>The sessions of signed-in operators.</summary>
public sealed class OperatorSessions(ConsoleStore store, TimeProvider clock)
{
    private const int IdBytes = 32;

    // Being seen is written down now and then, not at each request.
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    public static byte[] HashOf(string sessionId) => SHA256.HashData(Encoding.UTF8.GetBytes(sessionId));

    /// <summary>Starts a session and gives its id, which only the operator's cookie may hold.</summary>
    public async Task<string> StartAsync(Guid operatorId, byte[] ticket, CancellationToken cancellation)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var now = clock.Now();
        await store.WriteAsync<Guid>(
            async db =>
            {
                await db.OperatorSessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
                db.OperatorSessions.Add(new()
                {
                    IdHash = HashOf(id),
                    OperatorId = operatorId,
                    Ticket = ticket,
                    CreatedAt = now,
                    LastSeenAt = now,
                    ExpiresAt = now + OperatorSession.IdleLimit,
                });
                await db.SaveChangesAsync(cancellation);
                return operatorId;
            },
            cancellation);
        return id;
    }

    /// <summary>The session while it lasts, or null. Being asked for counts as being seen.</summary>
    public async Task<OperatorSession?> FindAsync(byte[] idHash, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var db = store.CreateDbContext();
        var session = await db.OperatorSessions.SingleOrDefaultAsync(session => session.IdHash == idHash && session.ExpiresAt > now, cancellation);
        if (session is not null && now - session.LastSeenAt > SeenPrecision)
        {
            await SeeAsync(session, now, cancellation);
        }

        return session;
    }

    public Task SaveTicketAsync(byte[] idHash, byte[] ticket, CancellationToken cancellation) => UpdateAsync(
        db => db.OperatorSessions.Where(session => session.IdHash == idHash)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.Ticket, ticket), cancellation),
        cancellation);

    /// <summary>Ends the session: no copy of its cookie is worth anything from here on.</summary>
    public async Task EndAsync(byte[] idHash, CancellationToken cancellation)
    {
        await store.WriteAsync<int>(
            async db =>
            {
                var session = await db.OperatorSessions.SingleOrDefaultAsync(session => session.IdHash == idHash, cancellation);
                if (session is not null)
                {
                    var person = await db.Users.SingleAsync(person => person.Id == session.OperatorId, cancellation);
                    db.OperatorSessions.Remove(session);
                    db.AuditEntries.Add(AuditEntry.For(
                        Actor.ForOperator(person, []), AuditActions.OperatorSignedOut, new(null, person.ShownId, person.DisplayName), clock.Now()));
                    await db.SaveChangesAsync(cancellation);
                }

                return 0;
            },
            cancellation);
    }

    private Task SeeAsync(OperatorSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var latest = session.CreatedAt + OperatorSession.AbsoluteLimit;
        var expires = now + OperatorSession.IdleLimit < latest ? now + OperatorSession.IdleLimit : latest;
        return UpdateAsync(
            db => db.OperatorSessions.Where(row => row.IdHash == session.IdHash).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.LastSeenAt, now).SetProperty(row => row.ExpiresAt, expires), cancellation),
            cancellation);
    }

    private async Task UpdateAsync(Func<ConsoleDbContext, Task<int>> update, CancellationToken cancellation) =>
        await store.WriteAsync<int>(async db => await update(db), cancellation);
}
