using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>A key that a request made, now or when it first came.</summary>
/// <param name="Secret">Null for a repetition: a secret is shown once.</param>
public sealed record IssuedOnce(Id<ApiKey> Id, string Name, string Hint, KeySecret? Secret);

/// <summary>Issues, rotates and duplicates once, however often the same request is sent within a day.</summary>
public sealed class OnceIssuer(KeyIssuer issuer, KeyRotator rotator, KeyDuplicator duplicator)
{
    public static readonly Failure MalformedRequest = new(
        FailureKind.Invalid, "idempotency_key.malformed", $"Send 1 to {IssueReceipt.RequestMaxLength} visible ASCII characters as Idempotency-Key.");

    public Task<Result<IssuedOnce>> IssueAsync(Actor actor, IssueKey command, string request, CancellationToken cancellation) =>
        OnceAsync(command.OrganizationId, request, command, once => issuer.IssueAsync(actor, command, once, cancellation));

    public Task<Result<IssuedOnce>> RotateAsync(Actor actor, RotateKey command, string request, CancellationToken cancellation) =>
        OnceAsync(command.Target.OrganizationId, request, command, once => rotator.RotateAsync(actor, command, once, cancellation));

    public Task<Result<IssuedOnce>> DuplicateAsync(Actor actor, DuplicateKey command, string request, CancellationToken cancellation) =>
        OnceAsync(command.Target.OrganizationId, request, command, once => duplicator.DuplicateAsync(actor, command, once, cancellation));

    private static async Task<Result<IssuedOnce>> OnceAsync(
        Id<Organization> organization, string name, object wish, Func<IssueRequest, Task<Result<IssuedKey>>> issue)
    {
        if (!IssueReceipt.IsRequest(name))
        {
            return MalformedRequest;
        }

        var request = new IssueRequest(organization, name, wish);
        var issued = await issue(request);
        if (issued.Succeeded)
        {
            return new IssuedOnce(issued.Value.Id, issued.Value.Name, issued.Value.Secret.Hint, issued.Value.Secret);
        }

        return request.Repeated is { } repeated ? repeated : issued.Failures;
    }
}
