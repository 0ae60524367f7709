using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Edits a key's settings by a merge patch.</summary>
/// <param name="Version">
/// The version that the edit was made from; another one is refused as stale. Null on the surfaces of vendors whose formats know no versions: the
/// patch then applies to whatever is there.
/// </param>
public sealed record EditKey(KeyTarget Target, int? Version, KeyPatch Patch)
{
    /// <summary>Whom the key is to act for, in place of the owner in the patch.</summary>
    public NamedOwner? Owner { get; init; }

    public VendorExemptions Exemptions { get; init; } = VendorExemptions.None;

    /// <summary>Replaces <see cref="ApiKey.VendorForm"/>, where it is given.</summary>
    public string? VendorForm { get; init; }

    /// <summary>Revokes the key in the same change.</summary>
    public RevokeKey? Revocation { get; init; }
}

public sealed class EditKeyHandler(KeyTransactions transactions, TimeProvider clock)
{
    /// <summary>Edits a key, all or nothing, and gives its version after that. A patch that changes nothing makes no new version.</summary>
    public async Task<Result<int>> EditAsync(Actor actor, EditKey command, CancellationToken cancellation)
    {
        if (command.Revocation is not null && KeyAccess.Refusal(actor, Permission.RevokeKeys, command.Target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        return await transactions.ChangeAsync(
            actor,
            Permission.WriteKeys,
            command.Target,
            command.Revocation is null ? AuditActions.KeyEdited : AuditActions.KeyRevoked,
            (db, key, now) => EditAsync(db, key, actor, command, now, cancellation),
            cancellation);
    }

    /// <summary>The key as it is and as the edit would leave it, after every check that the edit itself must pass. Saves nothing.</summary>
    internal Task<Result<(KeySnapshot Before, KeySnapshot After)>> PlanAsync(Actor actor, EditKey command, CancellationToken cancellation) =>
        transactions.ReadAsync(
            actor, Permission.WriteKeys, command.Target, (db, key) => PlanAsync(db, key, actor, command, cancellation), cancellation);

    private async Task<Result<(KeySnapshot Before, KeySnapshot After)>> PlanAsync(
        ConsoleDbContext db, ApiKey key, Actor actor, EditKey command, CancellationToken cancellation)
    {
        var settings = await CheckAsync(db, key, actor, command, clock.Now(), cancellation);
        var before = KeySnapshot.Of(key);
        return settings.Succeeded ? (before, before with { Settings = settings.Value }) : settings.Failures;
    }

    private static async Task<Result<ChangeOutcome>> EditAsync(
        ConsoleDbContext db, ApiKey key, Actor actor, EditKey command, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = key.Settings;
        var settings = await CheckAsync(db, key, actor, command, now, cancellation);
        if (!settings.Succeeded)
        {
            return settings.Failures;
        }

        key.Apply(settings.Value);
        if (command.Revocation is { } revocation)
        {
            key.Revoke(revocation.Reason, revocation.Comment, actor, now);
            return ChangeOutcome.Changed;
        }

        var formBefore = key.VendorForm;
        key.VendorForm = command.VendorForm ?? formBefore;
        return KeyDiff.Between(before, settings.Value).Count == 0 && key.VendorForm == formBefore ? ChangeOutcome.Unchanged : ChangeOutcome.Changed;
    }

    /// <summary>The settings that the edit leads to, in canonical form, or why it is refused.</summary>
    private static async Task<Result<KeySettings>> CheckAsync(
        ConsoleDbContext db, ApiKey key, Actor actor, EditKey command, DateTimeOffset now, CancellationToken cancellation)
    {
        if (key.IsRevoked)
        {
            return KeyFailures.Revoked;
        }

        if (command.Version is { } version && version != key.Version)
        {
            return KeyFailures.Stale(key.Version);
        }

        var before = key.Settings;
        var wanted = await KeyValidationData.WithOwnerAsync(
            db, actor, key.OrganizationId, command.Patch.ApplyTo(before), command.Owner, now, cancellation);
        if (!wanted.Succeeded)
        {
            return wanted;
        }

        var context = await KeyValidationData.LoadAsync(db, key.OrganizationId, wanted.Value, key.Kind, now, cancellation)
            ?? throw new InvalidOperationException("A key without its organization.");
        var settings =
            KeySettingsValidator.Run(wanted.Value, context with { Previous = before, MadeAt = key.CreatedAt, Exemptions = command.Exemptions });
        return settings.Succeeded
            && await PrivilegeEscalationCheck.RefusalAsync(db, actor, key.OrganizationId, key.Kind, settings.Value, now, cancellation) is { } refusal
            ? refusal
            : settings;
    }
}
