using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Text;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Details;

public sealed partial class KeyDetailsPage
{
    [Parameter] public required string KeyId { get; set; }

    [Parameter] public string? Tab { get; set; }

    [SupplyParameterFromQuery] public string? Org { get; set; }

    private KeyPageTab? Shown => Tab is null ? KeyPageTab.Summary : EnumNames.Value<KeyPageTab>(Tab);
}
