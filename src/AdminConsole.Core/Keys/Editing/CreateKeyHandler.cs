using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Makes a new key.</summary>
/// <param name="Environment">Decides the prefix of a service key's secret; a management key has its own.</param>
public sealed record CreateKey(
    Id<Organization> OrganizationId,
    KeySettings Settings,
    KeyKind Kind = KeyKind.Service,
    SecretEnvironment Environment = SecretEnvironment.Live)
{
    /// <summary>The format of a service key's secret. Without one it is the console's own, for the environment.</summary>
    public SecretFormat? Format { get; init; }

    /// <summary>Whom the key acts for, in place of the owner in the settings.</summary>
    public NamedOwner? Owner { get; init; }

    /// <summary>See <see cref="ApiKey.NamedCreator"/>.</summary>
    public string? NamedCreator { get; init; }

    /// <summary>See <see cref="ApiKey.VendorForm"/>.</summary>
    public string? VendorForm { get; init; }

    public VendorExemptions Exemptions { get; init; } = VendorExemptions.None;

    internal SecretFormat SecretFormat => Kind is KeyKind.Management
        ? SecretFormat.Native(SecretEnvironment.Management)
        : Format ?? SecretFormat.Native(Environment);
}

/// <summary>A key just made, with the only copy of its secret.</summary>
public sealed record CreatedKey(Id<ApiKey> Id, string Name, int Version, KeySecret Secret);

public sealed partial class CreateKeyHandler(KeyTransactions transactions, KeyFactory factory, ILogger<CreateKeyHandler> logger)
{
    /// <summary>Creates a key. The secret in the result is its only copy: it is neither stored nor logged.</summary>
    public Task<Result<CreatedKey>> CreateAsync(Actor actor, CreateKey command, CancellationToken cancellation) =>
        CreateAsync(actor, command, request: null, cancellation);

    /// <inheritdoc cref="CreateAsync(Actor, CreateKey, CancellationToken)"/>
    internal async Task<Result<CreatedKey>> CreateAsync(Actor actor, CreateKey command, IdempotentRequest? request, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.WriteKeys, command.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        if (command.Kind is KeyKind.Managed)
        {
            return Failure.Invalid(KeyFields.Kind, "key.kind", "Choose service or management; only the system makes managed keys.");
        }

        var created = await transactions.CreateAsync(
            actor, request, (db, now) => factory.MakeAsync(db, actor, command, now, cancellation), cancellation);
        if (created.Succeeded)
        {
            LogCreated(created.Value.Id, command.OrganizationId, actor.Id);
        }

        return created;
    }

    [LoggerMessage(1, LogLevel.Information, "Created key {KeyId} in organization {OrganizationId} for {ActorId}")]
    private partial void LogCreated(Id<ApiKey> keyId, Id<Organization> organizationId, string actorId);
}
