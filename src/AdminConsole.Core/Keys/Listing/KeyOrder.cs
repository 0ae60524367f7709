using System.Linq.Expressions;

namespace AdminConsole.Core.Keys.Listing;

/// <summary>
/// Orders keys and cuts the list behind a cursor, for each sort on an index of its own: (organization, value, row). The last use has its index in a
/// table of its own, so there organization and row are that table's. A key without a value (never expires, never used) sorts before those that have
/// one, as SQLite sorts nulls.
/// </summary>
internal static class KeyOrder
{
    public static IQueryable<ApiKey> InOrder(this IQueryable<ApiKey> keys, KeySort sort, bool descending) => sort switch
    {
        KeySort.Name => keys.By(key => key.Name, sort, descending),
        KeySort.Updated => keys.By(key => key.UpdatedAt, sort, descending),
        KeySort.Expires => keys.By(key => key.ExpiresAt, sort, descending),
        KeySort.LastUsed => keys.By(key => key.LastUse!.At, sort, descending),
        _ => descending ? keys.OrderByDescending(key => key.Row) : keys.OrderBy(key => key.Row),
    };

    /// <summary>The keys behind the cursor in this direction.</summary>
    public static IQueryable<ApiKey> Behind(this IQueryable<ApiKey> keys, KeyCursor cursor, bool descending)
    {
        var row = cursor.Row;
        var moment = cursor.Moment is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : (DateTimeOffset?)null;
        return cursor.Sort switch
        {
            KeySort.Name => BehindName(keys, cursor.Text!, row, descending),
            KeySort.Updated => BehindMoment(keys, key => key.UpdatedAt, moment, cursor, descending),
            KeySort.Expires => BehindMoment(keys, key => key.ExpiresAt, moment, cursor, descending),
            KeySort.LastUsed => BehindMoment(keys, key => key.LastUse!.At, moment, cursor, descending),
            _ => descending ? keys.Where(key => key.Row < row) : keys.Where(key => key.Row > row),
        };
    }

    private static IQueryable<ApiKey> By<T>(
        this IQueryable<ApiKey> keys, Expression<Func<ApiKey, T>> value, KeySort sort, bool descending) => descending
        ? keys.OrderByDescending(value).ThenByDescending(RowOf(sort))
        : keys.OrderBy(value).ThenBy(RowOf(sort));

    /// <summary>The row where the sort has its index.</summary>
    private static Expression<Func<ApiKey, long>> RowOf(KeySort sort) => sort is KeySort.LastUsed ? key => key.LastUse!.KeyRow : key => key.Row;

    // Adding nothing keeps SQLite from finding the keys behind a row by their own table's index, and then sorting all of them by their last use.
    private static Expression<Func<ApiKey, long>> ComparedRowOf(KeySort sort) => sort is KeySort.LastUsed
        ? key => key.LastUse!.KeyRow + 0
        : RowOf(sort);

    // Both sides are columns of the database, which compares bytes: translated to SQL, never run here.
    private static IQueryable<ApiKey> BehindName(IQueryable<ApiKey> keys, string name, long row, bool descending) => descending
        ? keys.Where(key => key.Name.CompareTo(name) < 0 || key.Name == name && key.Row < row)
        : keys.Where(key => key.Name.CompareTo(name) > 0 || key.Name == name && key.Row > row);

    private static IQueryable<ApiKey> BehindMoment(
        IQueryable<ApiKey> keys, Expression<Func<ApiKey, DateTimeOffset?>> value, DateTimeOffset? moment, KeyCursor cursor, bool descending)
    {
        var row = cursor.Row;
        Expression<Func<DateTimeOffset?, long, bool>> behind = (moment, descending) switch
        {
            (null, true) => (at, keyRow) => at == null && keyRow < row,
            (null, false) => (at, keyRow) => at != null || keyRow > row,
            (_, true) => (at, keyRow) => at == null || at < moment || at == moment && keyRow < row,
            (_, false) => (at, keyRow) => at > moment || at == moment && keyRow > row,
        };
        return keys.Where(Compose(value, ComparedRowOf(cursor.Sort), behind));
    }

    /// <summary>The condition with the key's value and row put in the place of its parameters.</summary>
    private static Expression<Func<ApiKey, bool>> Compose(
        Expression<Func<ApiKey, DateTimeOffset?>> value, Expression<Func<ApiKey, long>> row, Expression<Func<DateTimeOffset?, long, bool>> condition)
    {
        var key = value.Parameters[0];
        var body = new Substitution(new()
        {
            [condition.Parameters[0]] = value.Body,
            [condition.Parameters[1]] = row.Body,
            [row.Parameters[0]] = key,
        }).Visit(condition.Body);
        return Expression.Lambda<Func<ApiKey, bool>>(body, key);
    }

    private sealed class Substitution(Dictionary<ParameterExpression, Expression> values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => values.TryGetValue(node, out var value) ? Visit(value) : node;
    }
}
