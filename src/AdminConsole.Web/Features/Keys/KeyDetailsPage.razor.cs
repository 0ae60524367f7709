using AdminConsole.Keys;
using AdminConsole.Web.Components.Layout;
using AdminConsole.Web.Features.Organizations;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys;

public sealed partial class KeyDetailsPage
{
    [Parameter] public required string KeyId { get; set; }

    [SupplyParameterFromQuery] public string? Org { get; set; }

    public static string UrlOf(Id<ApiKey> id, string organization) =>
        $"{ShellPaths.Keys}/{id}?{CurrentOrganization.UrlParameter}={Uri.EscapeDataString(organization)}";
}
