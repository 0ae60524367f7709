using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Operators.UseCases;

/// <summary>
/// Checks e-mail address and password. A wrong password, an unknown address and a locked account get the same answer after
/// the same work, so that nobody learns who has an account (SECURITY finding 5).
/// </summary>
public sealed class OperatorSignIn(ConsoleStore store, OperatorCredentials credentials, ILookupNormalizer normalizer)
{
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
        var checkedPerson = await credentials.CheckAsync(person, password, address, AuditActions.OperatorSignedIn, cancellation);
        return checkedPerson.Succeeded ? checkedPerson : Refused;
    }
}
