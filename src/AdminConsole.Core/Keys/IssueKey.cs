using AdminConsole.Actors;
using AdminConsole.Data;
using AdminConsole.Organizations;
using AdminConsole.Results;
using AdminConsole.Secrets;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Keys;

/// <summary>Makes a new key.</summary>
/// <param name="Environment">Decides the prefix of a service key's secret; a management key has its own.</param>
public sealed record IssueKey(
    Id<Organization> OrganizationId,
    KeySettings Settings,
    KeyKind Kind = KeyKind.Service,
    SecretEnvironment Environment = SecretEnvironment.Live);

/// <summary>A key just made, with the only copy of its secret.</summary>
public sealed record IssuedKey(Id<ApiKey> Id, string Name, int Version, KeySecret Secret);

public sealed partial class KeyIssuer(KeyRecords records, SecretHasher hasher, ILogger<KeyIssuer> logger)
{
    /// <summary>Issues a key. The secret in the result is its only copy: it is neither stored nor logged.</summary>
    public Task<Result<IssuedKey>> IssueAsync(Actor actor, IssueKey command, CancellationToken cancellation) =>
        IssueAsync(actor, command, (_, _) => Task.FromResult<Failure?>(null), (_, _, _) => { }, cancellation);

    /// <summary>Issues a key unless <paramref name="refuse"/> has something against it, and lets <paramref name="remember"/> write more: one transaction.</summary>
    internal async Task<Result<IssuedKey>> IssueAsync(
        Actor actor,
        IssueKey command,
        Func<ConsoleDbContext, DateTimeOffset, Task<Failure?>> refuse,
        Action<ConsoleDbContext, ApiKey, DateTimeOffset> remember,
        CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.WriteKeys, command.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        if (command.Kind is KeyKind.Managed)
        {
            return Failure.Invalid(KeyFields.Kind, "key.kind", "Choose service or management; only the system makes managed keys.");
        }

        var issued = await records.AddAsync(
            actor,
            async (db, now) =>
            {
                if (await refuse(db, now) is { } reason)
                {
                    return reason;
                }

                var made = await IssueAsync(db, actor, command, now, cancellation);
                if (made.Succeeded)
                {
                    remember(db, made.Value.Item1, now);
                }

                return made;
            },
            cancellation);
        if (issued.Succeeded)
        {
            LogIssued(issued.Value.Id, command.OrganizationId, actor.Id);
        }

        return issued;
    }

    private async Task<Result<(ApiKey, IssuedKey)>> IssueAsync(
        ConsoleDbContext db, Actor actor, IssueKey command, DateTimeOffset now, CancellationToken cancellation)
    {
        var context = await KeyContexts.LoadAsync(db, command.OrganizationId, command.Settings, command.Kind, now, cancellation);
        if (context is null)
        {
            return KeyFailures.OrganizationNotFound;
        }

        var settings = KeySettingsCheck.Run(command.Settings, context);
        if (!settings.Succeeded)
        {
            return settings.Failures.ToList();
        }

        if (KeyAccess.ExceedsActor(actor, command.OrganizationId, command.Kind, settings.Value.Scopes))
        {
            return KeyFailures.ExceedsActor;
        }

        var secret = KeySecret.Generate(command.Kind is KeyKind.Management ? SecretEnvironment.Management : command.Environment);
        var key = ApiKey.Issue(command, settings.Value, secret, hasher.Hash(secret), actor, now);
        return (key, new IssuedKey(key.Id, key.Name, key.Version, secret));
    }

    [LoggerMessage(1, LogLevel.Information, "Issued key {KeyId} in organization {OrganizationId} for {ActorId}")]
    private partial void LogIssued(Id<ApiKey> keyId, Id<Organization> organizationId, string actorId);
}
