using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Whether an edit is a dry run. Unknown parameters are refused: what was meant as a dry run must not be saved.</summary>
internal sealed class EditParameters : IQueryParameters<bool>
{
    private const string DryRun = "dryRun";

    public static bool Read(ApiParameters parameters, Id<Organization> organization)
    {
        parameters.AllowOnly(DryRun);
        return parameters.Value<bool>(DryRun, text => bool.TryParse(text, out var value) ? value : null, "true or false") ?? false;
    }
}
