using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Web.Components.Tables;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>Remembers how the operator left the list of keys, for whichever browser is used next.</summary>
public sealed class KeyTableLayouts(OperatorPreferences preferences, CurrentOperator person)
{
    public const string Name = "keys.columns";

    public async Task<TableLayout> ReadAsync(CancellationToken cancellation)
    {
        var read = await preferences.ReadAllAsync(await person.ActorAsync(cancellation), cancellation);
        return TableLayout.Parse(read.Succeeded ? read.Value.GetValueOrDefault(Name) : null, KeyColumns.Default);
    }

    // Leaving the page must not undo the choice. One that is refused lasts as long as the page.
    public async Task WriteAsync(TableLayout layout) =>
        await preferences.WriteAsync(await person.ActorAsync(CancellationToken.None), Name, layout.ToString(), CancellationToken.None);
}
