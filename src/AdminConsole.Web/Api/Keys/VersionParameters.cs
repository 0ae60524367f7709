using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>How many of a key's versions are asked for.</summary>
internal sealed class VersionParameters : IQueryParameters<int>
{
    private const int DefaultLimit = 50;

    public static int Read(ApiParameters parameters, Id<Organization> organization)
    {
        parameters.AllowOnly(ApiParameters.Limit);
        return parameters.Number(ApiParameters.Limit, 1, KeyQuery.MaxLimit) ?? DefaultLimit;
    }
}
