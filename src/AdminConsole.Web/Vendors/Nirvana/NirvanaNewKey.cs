using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>A key to create, as Nirvana's clients ask for it.</summary>
internal sealed record NirvanaNewKey : NirvanaSettings
{
    // Its own tests create keys that have expired.
    private static readonly VendorExemptions Exemptions = new() { PastExpiry = true };

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public Result<CreateKey> ToCommand(Id<Organization> organization)
    {
        List<Failure> failures = [.. Faults(), .. Missing()];
        if (failures.Count > 0)
        {
            return failures;
        }

        var settings = ToPatch().ApplyTo(new() { ExpiresAt = ExpiresAt, StartsAt = StartsAt });
        return new CreateKey(organization, settings) { Format = SecretFormat.Nirvana, Exemptions = Exemptions };
    }

    private IEnumerable<Failure> Missing()
    {
        if (!Permissions.IsGiven)
        {
            yield return Failure.Invalid(NirvanaFields.Permissions, "permissions.missing", "Give at least one permission.");
        }

        if (!ProjectIds.IsGiven)
        {
            yield return Failure.Invalid(NirvanaFields.ProjectIds, "project_ids.missing", "Give at least one project.");
        }

        if (ExpiresAt is null)
        {
            yield return Failure.Invalid(
                NirvanaFields.ExpiresAt, "expires_at.missing", "Give the instant at which the key expires, as 2027-01-31T08:00:00Z.");
        }
    }
}
