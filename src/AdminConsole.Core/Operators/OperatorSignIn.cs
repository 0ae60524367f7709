using AdminConsole.Actors;
using AdminConsole.Auditing;
using AdminConsole.Data;
using AdminConsole.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Operators;

/// <summary>
/// Checks e-mail address and password. A wrong password, an unknown address and a locked account get the same answer after
/// the same work, so that nobody learns who has an account (SECURITY finding 5).
/// </summary>
public sealed class OperatorSignIn(ConsoleStore store, IPasswordHasher<Operator> hasher, ILookupNormalizer normalizer, TimeProvider clock) : IDisposable
{
    /// <summary>Wrong passwords in a row before the account is locked for a while.</summary>
    public const int MaxFailures = 5;

    private static readonly TimeSpan FirstLockout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestLockout = TimeSpan.FromMinutes(15);

    // A password hash keeps a core busy for long on purpose; sign-ins must not take all of them from everybody else.
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    private readonly Operator _stranger = new() { DisplayName = "Nobody" };
    private readonly Lazy<string> _strangersHash = new(() => hasher.HashPassword(new() { DisplayName = "Nobody" }, Guid.NewGuid().ToString()));

    public static Failure Refused { get; } = new(
        FailureKind.Forbidden,
        "sign_in.refused",
        "E-mail address or password is wrong, or there were too many tries. Check both, or wait a few minutes.");

    /// <summary>The operator with these credentials.</summary>
    public async Task<Result<Operator>> CheckAsync(string? email, string? password, string? address, CancellationToken cancellation)
    {
        var normalized = normalizer.NormalizeEmail((email ?? "").Trim());
        await using var db = store.CreateDbContext();
        var person = await db.Users.SingleOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellation);
        var matches = await MatchesAsync(person, password ?? "", cancellation);
        if (person is null || person.LockoutEnd > clock.Now())
        {
            return Refused;
        }

        var recorded = await RecordAsync(person.Id, matches, address, cancellation);
        return matches ? recorded : Refused;
    }

    /// <summary>How long an account stays locked: doubled each time in a row, up to a quarter of an hour. Never for good: that would let strangers lock people out.</summary>
    public static TimeSpan LockoutTime(int lockoutsBefore) =>
        lockoutsBefore >= 5 ? LongestLockout : FirstLockout * Math.Pow(2, lockoutsBefore);

    public void Dispose() => _hashing.Dispose();

    private async Task<bool> MatchesAsync(Operator? person, string password, CancellationToken cancellation)
    {
        var given = password.Length > PasswordRules.MaxLength ? "" : password;
        await _hashing.WaitAsync(cancellation);
        try
        {
            var result = hasher.VerifyHashedPassword(person ?? _stranger, person?.PasswordHash ?? _strangersHash.Value, given);
            return result is not PasswordVerificationResult.Failed;
        }
        finally
        {
            _hashing.Release();
        }
    }

    private Task<Result<Operator>> RecordAsync(Guid id, bool matches, string? address, CancellationToken cancellation) => store.WriteAsync<Operator>(
        async db =>
        {
            var now = clock.Now();
            var person = await db.Users.Include(person => person.Memberships).SingleAsync(person => person.Id == id, cancellation);
            var action = matches ? Welcome(person) : CountFailure(person, now);
            if (action is not null)
            {
                var actor = Actor.ForOperator(person, [], address);
                db.AuditEntries.Add(AuditEntry.For(actor, action, new(null, person.ShownId, person.DisplayName), now));
            }

            await db.SaveChangesAsync(cancellation);
            return person;
        },
        cancellation);

    private static string Welcome(Operator person)
    {
        person.AccessFailedCount = 0;
        person.LockoutsInARow = 0;
        person.LockoutEnd = null;
        return AuditActions.OperatorSignedIn;
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
