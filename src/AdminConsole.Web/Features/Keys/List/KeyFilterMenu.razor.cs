using AdminConsole.Core.Organizations.UseCases;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>Asks first what to filter by, then for the value.</summary>
public sealed partial class KeyFilterMenu
{
    private const string Id = "key-filter";

    // A longer list is searched, not read.
    private const int MaxShown = 50;

    private OrganizationChoices? _choices;
    private KeyFilter? _filter;
    private ElementReference _input;
    private bool _focus;

    // Most pages are never filtered: they need not send what by.
    private bool _opened;

    private string _search = "";

    [Parameter, EditorRequired] public required KeyListView View { get; set; }

    [Parameter] public EventCallback<KeyListView> ViewChanged { get; set; }

    /// <summary>Reads what there is to choose from; null when that is refused.</summary>
    [Parameter, EditorRequired] public required Func<Task<OrganizationChoices?>> Choices { get; set; }

    private IEnumerable<KeyFilterValue> Found => _choices is null || _filter is null
        ? []
        : KeyFilters.Values(_filter.Value, View, _choices, T)
            .Where(value => value.Text.Contains(_search.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(MaxShown);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus)
        {
            _focus = false;
            await _input.FocusAsync();
        }
    }

    private async Task OpenAsync(KeyFilter filter)
    {
        _choices = await Choices();
        (_filter, _search, _focus) = (filter, "", true);
    }

    private Task ChooseAsync(KeyFilterValue value)
    {
        _filter = null;
        return ViewChanged.InvokeAsync(value.Chosen);
    }
}
