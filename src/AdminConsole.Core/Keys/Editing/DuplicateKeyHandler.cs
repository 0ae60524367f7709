using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Makes a key with the settings of another and a secret of its own.</summary>
/// <param name="Name">Left out, it is the other's name with “copy” behind it.</param>
/// <param name="ExpiresAt">Left out, it is the other's expiry.</param>
public sealed record DuplicateKey(KeyTarget Target, string? Name = null, Optional<DateTimeOffset?> ExpiresAt = default)
{
    private const string Suffix = " copy";

    /// <summary>What a copy of the key with this name is called, unless somebody names it: shortened where the name is long.</summary>
    public static string NameOfCopy(string name)
    {
        var longest = ApiKey.NameMaxLength - Suffix.Length;
        var kept = name.Length <= longest ? name.Length : char.IsHighSurrogate(name[longest - 1]) ? longest - 1 : longest;
        return name[..kept] + Suffix;
    }
}

public sealed partial class DuplicateKeyHandler(KeyTransactions transactions, KeyFactory factory, ILogger<DuplicateKeyHandler> logger)
{
    /// <summary>Duplicates a key, a revoked one too. The new secret in the result is its only copy.</summary>
    public Task<Result<CreatedKey>> DuplicateAsync(Actor actor, DuplicateKey command, CancellationToken cancellation) =>
        DuplicateAsync(actor, command, request: null, cancellation);

    /// <inheritdoc cref="DuplicateAsync(Actor, DuplicateKey, CancellationToken)"/>
    internal async Task<Result<CreatedKey>> DuplicateAsync(
        Actor actor, DuplicateKey command, IdempotentRequest? request, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.WriteKeys, command.Target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        var duplicate = await transactions.CreateAsync(
            actor, request, (db, now) => DuplicateAsync(db, actor, command, now, cancellation), cancellation);
        if (duplicate.Succeeded)
        {
            LogDuplicated(command.Target.KeyId, duplicate.Value.Id, command.Target.OrganizationId, actor.Id);
        }

        return duplicate;
    }

    private async Task<Result<NewKey>> DuplicateAsync(
        ConsoleDbContext db, Actor actor, DuplicateKey command, DateTimeOffset now, CancellationToken cancellation)
    {
        var source = await transactions.FindAsync(db, command.Target, cancellation);
        if (!source.Succeeded)
        {
            return source.Failures;
        }

        var settings = source.Value.Settings with
        {
            Name = command.Name ?? DuplicateKey.NameOfCopy(source.Value.Name),
            ExpiresAt = command.ExpiresAt.Or(source.Value.ExpiresAt),
        };
        return await factory.MakeAnotherAsync(db, actor, source.Value, settings, now, cancellation);
    }

    [LoggerMessage(1, LogLevel.Information, "Duplicated key {KeyId} as {DuplicateId} in organization {OrganizationId} for {ActorId}")]
    private partial void LogDuplicated(Id<ApiKey> keyId, Id<ApiKey> duplicateId, Id<Organization> organizationId, string actorId);
}
