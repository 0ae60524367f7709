using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Owners;

/// <summary>The parameters of the list of owners.</summary>
internal sealed class OwnerParameters : IQueryParameters<OwnerQuery>
{
    public static OwnerQuery Read(ApiParameters parameters, Id<Organization> organization)
    {
        parameters.AllowOnly(OwnerFields.Kind, OwnerFields.ExternalId, ApiParameters.Cursor, ApiParameters.Limit);
        return new(organization, parameters.Page())
        {
            Kind = parameters.OneOf<OwnerKind>(OwnerFields.Kind),
            ExternalId = parameters.Text(OwnerFields.ExternalId),
        };
    }
}
