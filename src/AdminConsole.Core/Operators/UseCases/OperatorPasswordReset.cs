using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Operators.UseCases;

public sealed record ResetPassword(string Email, string? NewPassword)
{
    // A record would print its password.
    public override string ToString() => nameof(ResetPassword);
}

/// <summary>For an operator who has forgotten the password: whoever runs the console sets a new one, by command.</summary>
public sealed class OperatorPasswordReset(ConsoleStore store, PasswordHashing hashing, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>Sets the password, opens a locked account, and ends every session of the operator.</summary>
    public async Task<Result<Id<Operator>>> RunAsync(Actor actor, ResetPassword command, CancellationToken cancellation)
    {
        if (actor.Kind is not ActorKind.System)
        {
            return new Failure(FailureKind.Forbidden, "password.reset_forbidden", "Passwords are reset at the console's own machine.");
        }

        var email = command.Email.Trim();
        if (PasswordRules.Check(command.NewPassword, OperatorRegistry.PasswordField, email) is { Count: > 0 } failures)
        {
            return failures.ToList();
        }

        var hash = await hashing.HashAsync(command.NewPassword!, cancellation);
        return await store.WriteAsync(db => SaveAsync(db, actor, normalizer.NormalizeEmail(email), hash, cancellation), cancellation);
    }

    private async Task<Result<Id<Operator>>> SaveAsync(
        ConsoleDbContext db, Actor actor, string normalizedEmail, string hash, CancellationToken cancellation)
    {
        var person = await db.Users.SingleOrDefaultAsync(person => person.NormalizedEmail == normalizedEmail, cancellation);
        if (person is null)
        {
            return new Failure(
                FailureKind.NotFound, "operator.not_found", "There is no operator with this e-mail address.", OperatorRegistry.EmailField);
        }

        person.PasswordHash = hash;
        person.SecurityStamp = Guid.NewGuid().ToString("n");
        person.AccessFailedCount = 0;
        person.LockoutsInARow = 0;
        person.LockoutEnd = null;
        db.AuditEntries.Add(AuditEntry.For(
            actor, AuditActions.OperatorPasswordReset, new(null, person.ShownId, person.DisplayName), clock.Now()));
        await db.OperatorSessions.Where(session => session.OperatorId == person.Id).ExecuteDeleteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        return new Id<Operator>(person.Id);
    }
}
