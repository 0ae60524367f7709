using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Operators.UseCases;

/// <param name="SessionIdHash">The session that goes on; every other one of the operator ends.</param>
public sealed record ChangePassword(Guid OperatorId, byte[] SessionIdHash, string? CurrentPassword, string? NewPassword)
{
    // A record would print its passwords.
    public override string ToString() => nameof(ChangePassword);
}

public sealed class OperatorPasswords(ConsoleStore store, OperatorCredentials credentials, PasswordHashing hashing, TimeProvider clock)
{
    public const string CurrentField = "currentPassword";
    public const string NewField = "newPassword";

    private static readonly Failure Forbidden = new(
        FailureKind.Forbidden, "password.forbidden", "You can only change your own password. Sign in again.");

    /// <summary>Changes an operator's own password and ends the operator's other sessions.</summary>
    public async Task<Result<Id<Operator>>> ChangeAsync(Actor actor, ChangePassword command, CancellationToken cancellation)
    {
        var person = await FindAsync(command.OperatorId, cancellation);
        if (person is null || actor.Id != person.ShownId)
        {
            return Forbidden;
        }

        if (await CheckAsync(actor, person, command, cancellation) is { Count: > 0 } failures)
        {
            return failures;
        }

        var hash = await hashing.HashAsync(command.NewPassword!, cancellation);
        return await store.WriteAsync(db => SaveAsync(db, actor, command, new(person.PasswordHash, hash), cancellation), cancellation);
    }

    private async Task<Operator?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        return await db.Users.SingleOrDefaultAsync(person => person.Id == id, cancellation);
    }

    // The current password is checked as at sign-in, lockout included: a stolen session must not become a place to guess it.
    private async Task<List<Failure>> CheckAsync(Actor actor, Operator person, ChangePassword command, CancellationToken cancellation)
    {
        List<Failure> failures = [.. PasswordRules.Check(command.NewPassword, NewField, person.Email ?? "")];
        var current = await credentials.CheckAsync(person, command.CurrentPassword, actor.Address, action: null, cancellation);
        if (!current.Succeeded)
        {
            failures.Add(Failure.Invalid(
                CurrentField, "password.wrong", "This is not your current password, or there were too many tries. Check it, or wait a few minutes."));
        }
        else if (command.CurrentPassword == command.NewPassword)
        {
            failures.Add(Failure.Invalid(NewField, "password.same", "Choose a password other than the current one."));
        }

        return failures;
    }

    private async Task<Result<Id<Operator>>> SaveAsync(
        ConsoleDbContext db, Actor actor, ChangePassword command, Hashes hashes, CancellationToken cancellation)
    {
        var person = await db.Users.SingleOrDefaultAsync(
            person => person.Id == command.OperatorId && person.PasswordHash == hashes.Checked, cancellation);
        if (person is null || !await db.OperatorSessions.AnyAsync(session => session.IdHash == command.SessionIdHash, cancellation))
        {
            return Forbidden;
        }

        person.PasswordHash = hashes.New;
        person.SecurityStamp = Guid.NewGuid().ToString("n");
        db.AuditEntries.Add(AuditEntry.For(
            actor, AuditActions.OperatorPasswordChanged, new(null, person.ShownId, person.DisplayName), clock.Now()));
        await db.OperatorSessions
            .Where(session => session.OperatorId == command.OperatorId && session.IdHash != command.SessionIdHash)
            .ExecuteDeleteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        return new Id<Operator>(person.Id);
    }

    /// <summary>The hash that the current password was checked against, and the one to put in its place.</summary>
    private sealed record Hashes(string? Checked, string New);
}
