using AdminConsole.Core.LookUp;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Paths;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Web.Features.LookUp;

/// <summary>The search field of every page: plain text leads to the list, all else to the look-up.</summary>
public sealed partial class TopSearch(
    FieldReader fields, SearchHandover handover, CurrentOrganization organizations, ConsoleToasts toasts, NavigationManager navigation)
{
    private ElementReference _field;

    /// <summary>Shows the field as it will be.</summary>
    [Parameter] public bool Waiting { get; set; }

    private async Task SearchAsync()
    {
        var text = await fields.TakeAsync(_field, KeyLookUp.MaxTextLength, CancellationToken.None);
        if (text is null)
        {
            toasts.Failure(T["LookUp.TooLong", KeyLookUp.MaxTextLength]);
        }
        else if (organizations.LooksUpOnly)
        {
            handover.HandOver(text);
        }
        else if (!handover.TryHandOver(text))
        {
            var list = organizations.Selected is { } selected ? AppRoutes.KeysOf(selected.Slug) : AppRoutes.Keys;
            navigation.NavigateTo(string.IsNullOrWhiteSpace(text)
                ? list
                : QueryHelpers.AddQueryString(list, AppRoutes.SearchParameter, text.Trim()));
        }
    }
}
