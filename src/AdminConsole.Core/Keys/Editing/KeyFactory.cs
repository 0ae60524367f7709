using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>A key that is not saved yet, with the only copy of its secret.</summary>
internal sealed record NewKey(ApiKey Key, KeySecret Secret);

/// <summary>Makes a key and its secret: the part that creating, rotating and duplicating share.</summary>
public sealed class KeyFactory(SecretHasher hasher, SigningStateProtector derivations)
{
    /// <summary>The key that the command asks for, after every check that a new key must pass.</summary>
    internal async Task<Result<NewKey>> MakeAsync(
        ConsoleDbContext db, Actor actor, CreateKey command, DateTimeOffset now, CancellationToken cancellation)
    {
        var wanted = await KeyValidationData.WithOwnerAsync(db, actor, command.OrganizationId, command.Settings, command.Owner, now, cancellation);
        if (!wanted.Succeeded)
        {
            return wanted.Failures;
        }

        var context = await KeyValidationData.LoadAsync(db, command.OrganizationId, wanted.Value, command.Kind, now, cancellation);
        if (context is null)
        {
            return KeyFailures.OrganizationNotFound;
        }

        var settings = KeySettingsValidator.Run(wanted.Value, context with { Exemptions = command.Exemptions });
        if (!settings.Succeeded)
        {
            return settings.Failures;
        }

        if (await PrivilegeEscalationCheck.RefusalAsync(
            db, actor, command.OrganizationId, command.Kind, settings.Value, now, cancellation) is { } refusal)
        {
            return refusal;
        }

        var generated = GeneratedSecret.For(Id<ApiKey>.New(now), command.SecretFormat, hasher);
        var key = ApiKey.Create(command.OrganizationId, command.Kind, settings.Value, generated, actor, now, command.NamedCreator);
        key.VendorForm = command.VendorForm;
        if (derivations.Seal(key, generated.Secret) is { } derivation)
        {
            db.KeyDerivations.Add(derivation);
        }

        return new NewKey(key, generated.Secret);
    }

    /// <summary>Another key like this one, with other settings where the caller has changed them. Checked as a new one.</summary>
    internal Task<Result<NewKey>> MakeAnotherAsync(
        ConsoleDbContext db, Actor actor, ApiKey source, KeySettings settings, DateTimeOffset now, CancellationToken cancellation)
    {
        var command = new CreateKey(source.OrganizationId, settings, source.Kind)
        {
            Format = SecretFormat.Named(source.SecretFormat),

            // A key that a vendor's format made without scopes may have a copy without.
            Exemptions = new() { NoScopes = source.Settings.Scopes.Count == 0 },
        };
        return MakeAsync(db, actor, command, now, cancellation);
    }
}
