using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Operators;

/// <summary>One operator's role in one organization.</summary>
public sealed class Membership
{
    public Guid OperatorId { get; init; }

    public required Id<Organization> OrganizationId { get; init; }

    public required OperatorRole Role { get; set; }
}
