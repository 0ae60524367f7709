using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>A program that calls the console, and the organization that its key belongs to: the only one it can name.</summary>
public sealed record ApiCaller(Actor Actor, Id<Organization> OrganizationId);
