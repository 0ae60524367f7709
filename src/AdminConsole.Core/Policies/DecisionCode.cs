namespace AdminConsole.Core.Policies;

/// <summary>The answer to a verification. Refusals stand in the order in which they are looked for. Texts: <see cref="DecisionCodes"/>.</summary>
public enum DecisionCode
{
    Valid,
    NotFound,
    Revoked,
    Disabled,
    OrganizationSuspended,
    NotYetValid,
    Expired,
    IpBlocked,
    IpNotAllowed,
    ReferrerNotAllowed,
    ProjectNotAllowed,
    ResourceNotAllowed,
    ScopeMissing,
    RateLimited,
}
