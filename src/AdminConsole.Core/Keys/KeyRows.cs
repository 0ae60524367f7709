using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

internal static class KeyRows
{
    /// <summary>
    /// Makes the rows say the values, in their order, and touches only the rows that differ. Values are distinct.
    /// </summary>
    public static void ReplaceWith<TRow, TValue>(
        this List<TRow> rows, IReadOnlyList<TValue> values, Func<TRow, TValue> valueOf, Func<TValue, TRow> create, Action<TRow, int> place)
        where TValue : notnull
    {
        rows.RemoveAll(row => !values.Contains(valueOf(row)));
        for (var position = 0; position < values.Count; position++)
        {
            var value = values[position];
            var row = rows.Find(candidate => valueOf(candidate).Equals(value));
            if (row is null)
            {
                row = create(value);
                rows.Add(row);
            }

            place(row, position);
        }
    }

    public static void ReplaceWith(this List<KeyListRow> rows, IReadOnlyList<string> values) => rows.ReplaceWith(
        values, row => row.Value, value => new() { Value = value }, (row, position) => row.Position = position);

    public static void ReplaceWith(this List<KeyProjectRow> rows, IReadOnlyList<Id<Project>> projects) => rows.ReplaceWith(
        projects, row => row.ProjectId, id => new() { ProjectId = id }, (row, position) => row.Position = position);

    public static void ReplaceWith(this List<SourceIpRow> rows, IReadOnlyList<(string Cidr, bool IsBlocked)> networks) => rows.ReplaceWith(
        networks,
        row => (row.Cidr, row.IsBlocked),
        network => new() { Cidr = network.Cidr, IsBlocked = network.IsBlocked },
        (row, position) => row.Position = position);

    public static IReadOnlyList<string> Values(this List<KeyListRow> rows) => [.. rows.OrderBy(row => row.Position).Select(row => row.Value)];

    public static IReadOnlyList<string> Cidrs(this List<SourceIpRow> rows, bool blocked) =>
        [.. rows.Where(row => row.IsBlocked == blocked).OrderBy(row => row.Position).Select(row => row.Cidr)];
}
