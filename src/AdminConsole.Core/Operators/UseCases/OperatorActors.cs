using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Operators.UseCases;

/// <summary>
/// Makes the actor for a signed-in operator, from what the database says at this moment: a session that was ended or a role
/// that was taken away has no power from the next action on, whatever a cookie or an open page still says.
/// </summary>
public sealed class OperatorActors(ConsoleStore store, OperatorSessions sessions)
{
    /// <summary>The actor, or <see cref="Actor.Nobody"/> when the session is over.</summary>
    /// <param name="sessionIdHash">The session's <see cref="OperatorSession.IdHash"/>.</param>
    /// <param name="address">Where the operator's browser is, for the audit.</param>
    public async Task<Actor> ForSessionAsync(byte[] sessionIdHash, string? address, CancellationToken cancellation)
    {
        var session = await sessions.FindAsync(sessionIdHash, cancellation);
        if (session is null)
        {
            return Actor.Nobody;
        }

        await using var db = store.CreateDbContext();
        var person = await db.Users
            .Include(person => person.Memberships)
            .SingleOrDefaultAsync(person => person.Id == session.OperatorId, cancellation);
        return person is null ? Actor.Nobody : person.ToActor(person.Memberships, address);
    }
}
