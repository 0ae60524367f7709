using AdminConsole.Actors;
using AdminConsole.Auditing;
using AdminConsole.Data;
using AdminConsole.Results;

namespace AdminConsole.Keys;

/// <summary>Edits a key's settings by a merge patch.</summary>
/// <param name="Version">The version that the edit was made from; another one is refused as stale.</param>
public sealed record EditKey(KeyTarget Target, int Version, KeyPatch Patch);

public sealed class KeyEditor(KeyRecords records)
{
    /// <summary>Edits a key, all or nothing, and gives its version after that. A patch that changes nothing makes no new version.</summary>
    public Task<Result<int>> EditAsync(Actor actor, EditKey command, CancellationToken cancellation) => records.ChangeAsync(
        actor,
        Permission.WriteKeys,
        command.Target,
        AuditActions.KeyEdited,
        (db, key, now) => EditAsync(db, key, actor, command, now, cancellation),
        cancellation);

    private static async Task<Result<ChangeOutcome>> EditAsync(
        ConsoleDbContext db, ApiKey key, Actor actor, EditKey command, DateTimeOffset now, CancellationToken cancellation)
    {
        if (key.IsRevoked)
        {
            return KeyFailures.Revoked;
        }

        if (key.Version != command.Version)
        {
            return KeyFailures.Stale(key.Version);
        }

        var before = key.Settings;
        var wanted = command.Patch.ApplyTo(before);
        var context = await KeyContexts.LoadAsync(db, key.OrganizationId, wanted, key.Kind, now, cancellation)
            ?? throw new InvalidOperationException("A key without its organization.");
        var settings = KeySettingsCheck.Run(wanted, context with { Previous = before });
        if (!settings.Succeeded)
        {
            return settings.Failures.ToList();
        }

        if (KeyAccess.ExceedsActor(actor, key.OrganizationId, key.Kind, settings.Value.Scopes))
        {
            return KeyFailures.ExceedsActor;
        }

        key.Apply(settings.Value);
        return KeyDiff.Between(before, settings.Value).Count == 0 ? ChangeOutcome.Unchanged : ChangeOutcome.Changed;
    }
}
