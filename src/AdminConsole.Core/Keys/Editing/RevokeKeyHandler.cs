using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Ends a key for good.</summary>
/// <param name="Reason">Null is refused: it stands for a form in which nothing was chosen.</param>
/// <param name="Comment">Needed when the reason is <see cref="RevocationReason.Other"/>.</param>
public sealed record RevokeKey(KeyTarget Target, RevocationReason? Reason, string? Comment = null)
{
    public VendorExemptions Exemptions { get; init; } = VendorExemptions.None;

    /// <summary>All that is wrong with the command itself, for a form that has faults of its own to say at the same time.</summary>
    public IReadOnlyList<Failure> Faults => Check().Failures;

    internal Result<RevokeKey> Check()
    {
        List<Failure> failures = [];
        if (Reason is null)
        {
            failures.Add(Failure.Invalid(KeyFields.RevocationReason, "reason.missing", "Choose why the key is revoked."));
        }
        else if (!Enum.IsDefined(Reason.Value))
        {
            failures.Add(Failure.Invalid(KeyFields.RevocationReason, "reason.unknown", "There is no such reason. Choose one of those offered."));
        }

        var needsComment = Reason is RevocationReason.Other && !Exemptions.UnexplainedRevocation;
        var comment = PlainText.Check(Comment, KeyFields.RevocationComment, needsComment ? 1 : 0, ApiKey.RevocationCommentMaxLength, multiline: true);
        failures.AddRange(comment.Failures);
        return failures.Count > 0 ? failures : this with { Comment = comment.Value is "" ? null : comment.Value };
    }
}

public sealed partial class RevokeKeyHandler(KeyTransactions transactions, ILogger<RevokeKeyHandler> logger)
{
    /// <summary>Needs no version and always wins. Revoking a revoked key changes nothing and succeeds. Gives the key's version.</summary>
    public async Task<Result<int>> RevokeAsync(Actor actor, RevokeKey command, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.RevokeKeys, command.Target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        var checkedCommand = command.Check();
        if (!checkedCommand.Succeeded)
        {
            return checkedCommand.Failures;
        }

        var version = await transactions.ChangeAsync(
            actor,
            Permission.RevokeKeys,
            command.Target,
            AuditActions.KeyRevoked,
            (_, key, now) => Task.FromResult(Revoke(key, checkedCommand.Value, actor, now)),
            cancellation);
        if (version.Succeeded)
        {
            LogRevoked(command.Target.KeyId, command.Target.OrganizationId, actor.Id);
        }

        return version;
    }

    private static Result<ChangeOutcome> Revoke(ApiKey key, RevokeKey command, Actor actor, DateTimeOffset now)
    {
        if (key.IsRevoked)
        {
            return ChangeOutcome.Unchanged;
        }

        key.Revoke(command.Reason, command.Comment, actor, now);
        return ChangeOutcome.Changed;
    }

    [LoggerMessage(1, LogLevel.Information, "Revoked key {KeyId} of organization {OrganizationId} for {ActorId}")]
    private partial void LogRevoked(Id<ApiKey> keyId, Id<Organization> organizationId, string actorId);
}
