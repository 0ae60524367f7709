using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.Owners;

/// <summary>The parameters of the list of owners.</summary>
internal sealed class OwnerParameters : IQueryParameters<OwnerQuery>
{
    public static IReadOnlyList<ParameterText> Taken { get; } =
    [
        ParameterText.OneOf<OwnerKind>(OwnerFields.Kind, "What the owners are."),
        new(OwnerFields.ExternalId, new("What the organization's own systems call the owner.", "team_deploy")),
        ParameterText.Limit,
        ParameterText.Cursor,
    ];

    public static OwnerQuery Read(ApiParameters parameters, Id<Organization> organization) => new(organization, parameters.Page())
    {
        Kind = parameters.OneOf<OwnerKind>(OwnerFields.Kind),
        ExternalId = parameters.Text(OwnerFields.ExternalId),
    };
}
