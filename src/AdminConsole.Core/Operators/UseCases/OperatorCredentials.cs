using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Operators.UseCases;

/// <summary>
/// Checks an operator's password wherever it is asked for, counts the wrong ones, and locks the account for a while after too many.
/// </summary>
public sealed class OperatorCredentials(ConsoleStore store, PasswordHashing hashing, TimeProvider clock)
{
    /// <summary>Wrong passwords in a row before the account is locked for a while.</summary>
    public const int MaxFailures = 5;

    private static readonly TimeSpan FirstLockout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestLockout = TimeSpan.FromMinutes(15);

    private static readonly Failure Refused = new(
        FailureKind.Forbidden, "credentials.refused", "The password is wrong, or there were too many tries.");

    /// <summary>
    /// How long an account stays locked: doubled each time in a row, up to a quarter of an hour. Never for good: that would let strangers lock people
    /// out.
    /// </summary>
    public static TimeSpan LockoutTime(int lockoutsBefore) =>
        lockoutsBefore >= 5 ? LongestLockout : FirstLockout * Math.Pow(2, lockoutsBefore);

    /// <summary>The operator, when the password is right and the account is not locked.</summary>
    /// <param name="person">Null takes the same time as somebody.</param>
    /// <param name="action">What to audit when it is right, if anything.</param>
    internal async Task<Result<Operator>> CheckAsync(
        Operator? person, string? password, string? address, string? action, CancellationToken cancellation)
    {
        var matches = await hashing.MatchesAsync(person, password, cancellation);
        if (person is null || person.LockoutEnd > clock.Now())
        {
            return Refused;
        }

        var recorded = await RecordAsync(person.Id, matches, address, action, cancellation);
        return matches ? recorded : Refused;
    }

    private Task<Result<Operator>> RecordAsync(
        Guid id, bool matches, string? address, string? action, CancellationToken cancellation) => store.WriteAsync<Operator>(
        async db =>
        {
            var now = clock.Now();
            var person = await db.Users.SingleAsync(person => person.Id == id, cancellation);

            // Asked once more: of a hundred guesses sent at once, those after the fifth find the account locked only here.
            if (person.LockoutEnd > now)
            {
                return Refused;
            }

            var done = matches ? Welcome(person, action) : CountFailure(person, now);
            if (done is not null)
            {
                var actor = person.ToActor([], address);
                db.AuditEntries.Add(AuditEntry.For(actor, done, new(null, person.ShownId, person.DisplayName), now));
            }

            await db.SaveChangesAsync(cancellation);
            return person;
        },
        cancellation);

    private static string? Welcome(Operator person, string? action)
    {
        person.AccessFailedCount = 0;
        person.LockoutsInARow = 0;
        person.LockoutEnd = null;
        return action;
    }

    /// <summary>The action to audit, when the account is locked by this.</summary>
    private static string? CountFailure(Operator person, DateTimeOffset now)
    {
        person.AccessFailedCount++;
        if (person.AccessFailedCount < MaxFailures)
        {
            return null;
        }

        person.LockoutEnd = now + LockoutTime(person.LockoutsInARow);
        person.LockoutsInARow++;
        person.AccessFailedCount = 0;
        return AuditActions.OperatorLockedOut;
    }
}
