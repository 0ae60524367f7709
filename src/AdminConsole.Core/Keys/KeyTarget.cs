using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>Which key of which organization.</summary>
public sealed record KeyTarget(Id<Organization> OrganizationId, Id<ApiKey> KeyId);
