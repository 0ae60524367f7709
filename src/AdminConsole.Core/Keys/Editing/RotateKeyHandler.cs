using System.Globalization;
using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Makes a successor with the same settings and a new secret; the old key ends after an overlap.</summary>
/// <param name="Overlap">How long both are valid, unless the old key expires before.</param>
/// <param name="ExpiresAt">The successor's expiry; left out, it is that of the old key.</param>
public sealed record RotateKey(KeyTarget Target, TimeSpan Overlap, Optional<DateTimeOffset?> ExpiresAt = default)
{
    public static readonly TimeSpan DefaultOverlap = TimeSpan.FromDays(1);
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);
}

public sealed partial class RotateKeyHandler(KeyTransactions transactions, KeyFactory factory, ILogger<RotateKeyHandler> logger)
{
    /// <summary>Rotates a key. The successor's secret in the result is its only copy.</summary>
    public Task<Result<CreatedKey>> RotateAsync(Actor actor, RotateKey command, CancellationToken cancellation) =>
        RotateAsync(actor, command, request: null, cancellation);

    /// <inheritdoc cref="RotateAsync(Actor, RotateKey, CancellationToken)"/>
    internal async Task<Result<CreatedKey>> RotateAsync(Actor actor, RotateKey command, IdempotentRequest? request, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.WriteKeys, command.Target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        if (command.Overlap < TimeSpan.Zero || command.Overlap > RotateKey.LongestOverlap)
        {
            return Failure.Invalid(KeyFields.Overlap, "overlap.range", string.Create(
                CultureInfo.InvariantCulture,
                $"Let the old key go on for 0 to {RotateKey.LongestOverlap.TotalSeconds:0} seconds ({RotateKey.LongestOverlap.Days} days)."));
        }

        var rotated = await transactions.CreateAsync(actor, request, (db, now) => RotateAsync(db, actor, command, now, cancellation), cancellation);
        if (rotated.Succeeded)
        {
            LogRotated(command.Target.KeyId, rotated.Value.Id, command.Target.OrganizationId, actor.Id);
        }

        return rotated;
    }

    private async Task<Result<NewKey>> RotateAsync(
        ConsoleDbContext db, Actor actor, RotateKey command, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = await transactions.FindAsync(db, command.Target, cancellation);
        if (!found.Succeeded)
        {
            return found.Failures;
        }

        var old = found.Value;
        if (Refusal(old, now) is { } refusal)
        {
            return refusal;
        }

        var settings = old.Settings with { ExpiresAt = command.ExpiresAt.Or(old.ExpiresAt) };
        var made = await factory.MakeAnotherAsync(db, actor, old, settings, now, cancellation);
        if (made.Succeeded)
        {
            var before = KeySnapshot.Of(old);
            old.HandOverTo(made.Value.Key, now + command.Overlap);
            transactions.RecordChange(db, old, actor, AuditActions.KeyRotated, before, now);
        }

        return made;
    }

    private static Failure? Refusal(ApiKey old, DateTimeOffset now) => old switch
    {
        { IsRevoked: true } => KeyFailures.Revoked,
        { ReplacedBy: { } successor } => KeyFailures.Replaced(successor),

        // The successor is a valid key at once: rotating must not be a way to get one from a key that is none.
        { Enabled: false } => KeyFailures.Disabled,
        _ when old.ExpiresAt <= now => KeyFailures.Expired,
        _ => null,
    };

    [LoggerMessage(1, LogLevel.Information, "Rotated key {KeyId} to {SuccessorId} in organization {OrganizationId} for {ActorId}")]
    private partial void LogRotated(Id<ApiKey> keyId, Id<ApiKey> successorId, Id<Organization> organizationId, string actorId);
}
