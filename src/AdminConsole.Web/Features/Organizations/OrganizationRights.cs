using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Features.Organizations;

/// <summary>
/// An organization that the operator may read, and what else is allowed there. Decides which buttons are shown; the use cases check again.
/// </summary>
public sealed record OrganizationRights(OrganizationSummary Organization, bool MayWrite, bool MayRevoke)
{
    public Id<Organization> Id => Organization.Id;

    public string Slug => Organization.Slug;

    public static OrganizationRights Of(OrganizationSummary organization, Actor actor) => new(
        organization, actor.Can(Permission.WriteKeys, organization.Id), actor.Can(Permission.RevokeKeys, organization.Id));
}
