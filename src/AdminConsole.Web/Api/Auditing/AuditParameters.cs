using AdminConsole.Core.Auditing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Auditing;

/// <summary>The parameters of the list of audit entries.</summary>
internal sealed class AuditParameters : IQueryParameters<AuditQuery>
{
    public static AuditQuery Read(ApiParameters parameters, Id<Organization> organization)
    {
        parameters.AllowOnly("actor", "action", "subject", "from", "until", ApiParameters.Cursor, ApiParameters.Limit);
        var defaults = new AuditQuery(organization);
        return defaults with
        {
            ActorId = parameters.Text("actor"),
            Action = parameters.Text("action"),
            Subject = parameters.Text("subject"),
            From = parameters.Instant("from"),
            Until = parameters.Instant("until"),
            Cursor = parameters.Text(ApiParameters.Cursor),
            Limit = parameters.Number(ApiParameters.Limit) ?? defaults.Limit,
        };
    }
}
