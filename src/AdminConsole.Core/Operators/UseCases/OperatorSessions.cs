using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Operators.UseCases;

/// <summary>The sessions of signed-in operators.</summary>
public sealed partial class OperatorSessions(ConsoleStore store, TimeProvider clock, ILogger<OperatorSessions> logger)
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

    /// <summary>Whether the session lasts. Being asked this does not count as being seen, or an open page would never be idle.</summary>
    public async Task<bool> LastsAsync(byte[] idHash, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var db = store.CreateDbContext();
        return await db.OperatorSessions.AnyAsync(session => session.IdHash == idHash && session.ExpiresAt > now, cancellation);
    }

    /// <summary>Ends the session: no copy of its cookie is worth anything from here on.</summary>
    /// <param name="address">Where the operator's browser is, for the audit.</param>
    public Task EndAsync(byte[] idHash, string? address, CancellationToken cancellation) => store.WriteAsync<int>(
        async db =>
        {
            var session = await db.OperatorSessions.SingleOrDefaultAsync(session => session.IdHash == idHash, cancellation);
            if (session is not null)
            {
                var person = await db.Users.SingleAsync(person => person.Id == session.OperatorId, cancellation);
                var actor = person.ToActor([], address);
                db.OperatorSessions.Remove(session);
                db.AuditEntries.Add(AuditEntry.For(
                    actor, AuditActions.OperatorSignedOut, new(null, person.ShownId, person.DisplayName), clock.Now()));
                await db.SaveChangesAsync(cancellation);
            }

            return 0;
        },
        cancellation);

    private async Task SeeAsync(OperatorSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var latest = session.CreatedAt + OperatorSession.AbsoluteLimit;
        var expires = now + OperatorSession.IdleLimit < latest ? now + OperatorSession.IdleLimit : latest;
        try
        {
            await store.WriteAsync<int>(
                async db => await db.OperatorSessions.Where(row => row.IdHash == session.IdHash).ExecuteUpdateAsync(
                    update => update.SetProperty(row => row.LastSeenAt, now).SetProperty(row => row.ExpiresAt, expires), cancellation),
                cancellation);
        }
        catch (Exception fault) when (fault is StorageBusyException or DbException)
        {
            // A database that cannot be written to right now must not keep anybody from reading; the next request tries again.
            LogUnseen(fault);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Could not write down that a session was used")]
    private partial void LogUnseen(Exception fault);
}
