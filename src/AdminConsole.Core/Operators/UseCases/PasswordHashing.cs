using AdminConsole.Core.Text;
using Microsoft.AspNetCore.Identity;

namespace AdminConsole.Core.Operators.UseCases;

/// <summary>
/// Checks and makes password hashes. One keeps a core busy for long on purpose, so only some run at once: sign-ins must not take
/// the processor from everybody else. Never called inside a write, which nobody else could begin meanwhile.
/// </summary>
public sealed class PasswordHashing(IPasswordHasher<Operator> hasher) : IDisposable
{
    // The hasher asks for a person and looks at none: the salt is random.
    private static readonly Operator Stranger = new() { DisplayName = "Nobody" };

    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    // Made now, not at the first unknown address: that answer would take twice as long as a known one.
    private readonly string _strangersHash = hasher.HashPassword(Stranger, Guid.NewGuid().ToString());

    /// <summary>Whether this is the person's password. For nobody it takes the same work, and is not.</summary>
    public async Task<bool> MatchesAsync(Operator? person, string? password, CancellationToken cancellation)
    {
        var given = password is not null && !PlainText.IsLongerThan(PasswordRules.MaxLength, password) ? password : "";
        await _turns.WaitAsync(cancellation);
        try
        {
            var result = hasher.VerifyHashedPassword(person ?? Stranger, person?.PasswordHash ?? _strangersHash, given);
            return person?.PasswordHash is not null && result is not PasswordVerificationResult.Failed;
        }
        finally
        {
            _turns.Release();
        }
    }

    public async Task<string> HashAsync(string password, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return hasher.HashPassword(Stranger, password);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
