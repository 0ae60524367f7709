using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Features.Keys.Revoking;

public sealed class KeyStakesQueries(CurrentOperator person, KeyQueries keyQueries, OrganizationQueries organizationQueries, RecentUses uses)
{
    /// <param name="found">What a look-up told of the key: support staff may revoke it, but not read it.</param>
    public async Task<KeyStakes> ReadAsync(KeyTarget target, FoundKey? found, CancellationToken cancellation)
    {
        var actor = await person.ActorAsync(cancellation);
        var details = await keyQueries.GetAsync(actor, target, cancellation);
        var recent = await uses.OfKeyAsync(actor, target, cancellation);
        var key = details.Succeeded ? details.Value : null;
        return new(
            found?.OrganizationName ?? await NameAsync(actor, target.OrganizationId, cancellation),
            key is null ? found?.OwnerName : key.Owner?.Name,
            key?.Hint ?? found?.Hint,
            key is null ? found?.LastUsedAt : key.LastUsedAt,
            recent.Succeeded ? recent.Value : null,
            Refusals(details),
            actor.Can(Permission.WriteKeys, target.OrganizationId));
    }

    private async Task<string?> NameAsync(Actor actor, Id<Organization> id, CancellationToken cancellation) =>
        (await organizationQueries.ListAsync(actor, cancellation)).FirstOrDefault(organization => organization.Id == id)?.Name;

    private static IReadOnlyList<Failure> Refusals(Result<KeyDetails> details) => details switch
    {
        { Succeeded: false } => [.. details.Failures.Where(failure => failure.Kind is FailureKind.NotFound)],
        { Value.Revocation: not null } => [KeyFailures.Revoked],
        { Value.Kind: KeyKind.Managed } => [KeyFailures.Managed],
        _ => [],
    };
}
