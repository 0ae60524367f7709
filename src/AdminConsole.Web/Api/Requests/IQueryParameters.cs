using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Says which parameters a route takes, and what they ask for.</summary>
internal interface IQueryParameters<out T>
{
    /// <summary>No other parameter is taken.</summary>
    static abstract IReadOnlyList<ParameterText> Taken { get; }

    static abstract T Read(ApiParameters parameters, Id<Organization> organization);
}
