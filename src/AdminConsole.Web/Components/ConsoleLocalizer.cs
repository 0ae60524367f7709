using AdminConsole.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdminConsole.Web.Components;

/// <summary>The words of the library's own parts, from our texts; where we have none, the library keeps its English.</summary>
internal sealed class ConsoleLocalizer(IStringLocalizer<Texts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[$"Library.{key}"];
}
