using AdminConsole.Actors;
using AdminConsole.Auditing;
using AdminConsole.Data;
using AdminConsole.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Operators;

/// <param name="SessionIdHash">The session that goes on; every other one of the operator ends.</param>
public sealed record ChangePassword(Guid OperatorId, byte[] SessionIdHash, string? CurrentPassword, string? NewPassword);

public sealed class OperatorPasswords(ConsoleStore store, IPasswordHasher<Operator> hasher, TimeProvider clock)
{
    public const string CurrentField = "currentPassword";
    public const string NewField = "newPassword";

    /// <summary>Changes an operator's own password and ends the operator's other sessions.</summary>
    public Task<Result<Id<Operator>>> ChangeAsync(Actor actor, ChangePassword command, CancellationToken cancellation) => store.WriteAsync(
        async db =>
        {
            var person = await db.Users.SingleOrDefaultAsync(person => person.Id == command.OperatorId, cancellation);
            if (person is null || actor.Id != person.ShownId)
            {
                return new Failure(FailureKind.Forbidden, "password.forbidden", "You can only change your own password. Sign in again.");
            }

            if (Check(person, command) is { Count: > 0 } failures)
            {
                return failures;
            }

            person.PasswordHash = hasher.HashPassword(person, command.NewPassword!);
            person.SecurityStamp = Guid.NewGuid().ToString("n");
            db.AuditEntries.Add(AuditEntry.For(
                actor, AuditActions.OperatorPasswordChanged, new(null, person.ShownId, person.DisplayName), clock.Now()));
            await EndOtherSessionsAsync(db, command, cancellation);
            await db.SaveChangesAsync(cancellation);
            return (Result<Id<Operator>>)new Id<Operator>(person.Id);
        },
        cancellation);

    private static Task<int> EndOtherSessionsAsync(ConsoleDbContext db, ChangePassword command, CancellationToken cancellation) =>
        db.OperatorSessions
            .Where(session => session.OperatorId == command.OperatorId && session.IdHash != command.SessionIdHash)
            .ExecuteDeleteAsync(cancellation);

    private List<Failure> Check(Operator person, ChangePassword command)
    {
        List<Failure> failures = [.. PasswordRules.Check(command.NewPassword, NewField, person.Email ?? "")];
        var current = command.CurrentPassword ?? "";
        if (hasher.VerifyHashedPassword(person, person.PasswordHash ?? "", current) is PasswordVerificationResult.Failed)
        {
            failures.Add(Failure.Invalid(CurrentField, "password.wrong", "This is not your current password."));
        }
        else if (current == command.NewPassword)
        {
            failures.Add(Failure.Invalid(NewField, "password.same", "Choose a password other than the current one."));
        }

        return failures;
    }
}
