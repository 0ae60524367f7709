using AdminConsole.Core.Auditing.Trail;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.Auditing;

/// <summary>The parameters of the list of audit entries.</summary>
internal sealed class AuditParameters : IQueryParameters<AuditQuery>
{
    public static IReadOnlyList<ParameterText> Taken { get; } =
    [
        new("actor", new("The id of who acted.", "op_019567d2a1c07d3e8f2b6a4c91e05d41")),
        new("action", new("What was done.", "key.revoked")),
        new("subject", new("The id of what was acted on.", "key_019567d2a1c07d3e8f2b6a4c91e05d37")),
        new("from", new("At this moment or later.", "2026-03-01T00:00:00Z")) { Format = "date-time" },
        new("until", new("Before this moment.", "2026-04-01T00:00:00Z")) { Format = "date-time" },
        ParameterText.Limit,
        ParameterText.Cursor,
    ];

    public static AuditQuery Read(ApiParameters parameters, Id<Organization> organization)
    {
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
