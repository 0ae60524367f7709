using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Access;

/// <summary>The question that every use case asks of its actor first.</summary>
internal static class OrganizationAccess
{
    public static Failure NotFound { get; } =
        new(FailureKind.NotFound, "organization.not_found", "There is no such organization.");

    /// <summary>
    /// Why the actor may not do this in the organization, or null. An organization that it has nothing to do with does not exist for it.
    /// </summary>
    public static Failure? Refusal(Actor actor, Permission permission, Id<Organization> organization, Failure forbidden)
    {
        if (actor.Can(permission, organization))
        {
            return null;
        }

        return actor.Knows(organization) ? forbidden : NotFound;
    }
}
