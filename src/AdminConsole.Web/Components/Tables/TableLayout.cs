using AdminConsole.Web.Text;

namespace AdminConsole.Web.Components.Tables;

public enum TableDensity { Comfortable, Compact }

/// <summary>How a person likes a table: its columns in their order, those of them that are not shown, and how dense the rows are.</summary>
public sealed record TableLayout(IReadOnlyList<string> Order, IReadOnlySet<string> Hidden, TableDensity Density = TableDensity.Comfortable)
{
    private const char Separator = ' ';
    private const char HiddenMark = '-';

    public IReadOnlyList<string> Shown => [.. Order.Where(column => !Hidden.Contains(column))];

    public TableLayout Toggle(string column) =>
        this with { Hidden = Hidden.Contains(column) ? Hidden.Where(hidden => hidden != column).ToHashSet() : [.. Hidden, column] };

    /// <summary>Moves the column so many places towards the end.</summary>
    public TableLayout Move(string column, int by)
    {
        var order = Order.ToList();
        var from = order.IndexOf(column);
        var to = Math.Clamp(from + by, 0, order.Count - 1);
        order.RemoveAt(from);
        order.Insert(to, column);
        return this with { Order = order };
    }

    /// <summary>What <see cref="ToString"/> wrote. A column that came to be since then stands where it does by default.</summary>
    public static TableLayout Parse(string? text, TableLayout defaults)
    {
        var words = (text ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || EnumNames.Value<TableDensity>(words[0]) is not { } density)
        {
            return defaults;
        }

        var known = words.Skip(1).ToLookup(word => word.TrimStart(HiddenMark));
        var order = words.Skip(1).Select(word => word.TrimStart(HiddenMark)).Intersect(defaults.Order).ToList();
        order.AddRange(defaults.Order.Except(order));
        return new(
            order,
            order.Where(column => known.Contains(column) ? known[column].First()[0] == HiddenMark : defaults.Hidden.Contains(column)).ToHashSet(),
            density);
    }

    public override string ToString() =>
        string.Join(Separator, Order.Select(column => Hidden.Contains(column) ? HiddenMark + column : column).Prepend(EnumNames.Of(Density)));
}
