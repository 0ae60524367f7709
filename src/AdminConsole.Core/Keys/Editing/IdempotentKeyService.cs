using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>A key that a request made, now or when it first came.</summary>
/// <param name="Secret">Null for a repetition: a secret is shown once.</param>
public sealed record CreatedOnce(Id<ApiKey> Id, string Name, string Hint, KeySecret? Secret);

/// <summary>
/// Creates, rotates and duplicates keys. A request that has a name does so once, however often it is sent within a day. One without a name does
/// so each time.
/// </summary>
public sealed class IdempotentKeyService(CreateKeyHandler create, RotateKeyHandler rotate, DuplicateKeyHandler duplicate)
{
    public static readonly Failure MalformedRequest = new(
        FailureKind.Invalid,
        "idempotency_key.malformed",
        $"Send 1 to {IdempotencyRecord.RequestMaxLength} visible ASCII characters as Idempotency-Key.");

    public Task<Result<CreatedOnce>> CreateAsync(Actor actor, CreateKey command, string? request, CancellationToken cancellation) =>
        OnceAsync(command.OrganizationId, request, command, once => create.CreateAsync(actor, command, once, cancellation));

    public Task<Result<CreatedOnce>> RotateAsync(Actor actor, RotateKey command, string? request, CancellationToken cancellation) =>
        OnceAsync(command.Target.OrganizationId, request, command, once => rotate.RotateAsync(actor, command, once, cancellation));

    public Task<Result<CreatedOnce>> DuplicateAsync(Actor actor, DuplicateKey command, string? request, CancellationToken cancellation) =>
        OnceAsync(command.Target.OrganizationId, request, command, once => duplicate.DuplicateAsync(actor, command, once, cancellation));

    private static async Task<Result<CreatedOnce>> OnceAsync(
        Id<Organization> organization, string? name, object command, Func<IdempotentRequest?, Task<Result<CreatedKey>>> run)
    {
        if (name is not null && !IdempotencyRecord.IsRequest(name))
        {
            return MalformedRequest;
        }

        var request = name is null ? null : new IdempotentRequest(organization, name, command);
        var created = await run(request);
        if (created.Succeeded)
        {
            return new CreatedOnce(created.Value.Id, created.Value.Name, created.Value.Secret.Hint, created.Value.Secret);
        }

        return request?.Repeated is { } repeated ? repeated : created.Failures;
    }
}
