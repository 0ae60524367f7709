using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Requests;

/// <summary>The parameters of a list that has no others.</summary>
internal sealed class PageParameters : IQueryParameters<PageRequest>
{
    public static IReadOnlyList<ParameterText> Taken { get; } = [ParameterText.Limit, ParameterText.Cursor];

    public static PageRequest Read(ApiParameters parameters, Id<Organization> organization) => parameters.Page();
}
