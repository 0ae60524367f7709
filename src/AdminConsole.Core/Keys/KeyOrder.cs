using System.Linq.Expressions;

namespace AdminConsole.Keys;

/// <summary>
/// Orders keys and cuts the list behind a cursor, for each sort on an index of its own: (organization, value, row). A key
/// without a value (never expires, never used) sorts before those that have one, as SQLite sorts nulls.
/// </summary>
internal static class KeyOrder
{
    public static IQueryable<ApiKey> InOrder(this IQueryable<ApiKey> keys, KeySort sort, bool descending) => sort switch
    {
        KeySort.Name => keys.By(key => key.Name, descending),
        KeySort.Updated => keys.By(key => key.UpdatedAt, descending),
        KeySort.Expires => keys.By(key => key.ExpiresAt, descending),
        KeySort.LastUsed => keys.By(key => key.LastUsedAt, descending),
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
            KeySort.Updated => BehindMoment(keys, key => key.UpdatedAt, moment, row, descending),
            KeySort.Expires => BehindMoment(keys, key => key.ExpiresAt, moment, row, descending),
            KeySort.LastUsed => BehindMoment(keys, key => key.LastUsedAt, moment, row, descending),
            _ => descending ? keys.Where(key => key.Row < row) : keys.Where(key => key.Row > row),
        };
    }

    private static IQueryable<ApiKey> By<T>(this IQueryable<ApiKey> keys, Expression<Func<ApiKey, T>> value, bool descending) => descending
        ? keys.OrderByDescending(value).ThenByDescending(key => key.Row)
        : keys.OrderBy(value).ThenBy(key => key.Row);

    // Both sides are columns of the database, which compares bytes: translated to SQL, never run here.
    private static IQueryable<ApiKey> BehindName(IQueryable<ApiKey> keys, string name, long row, bool descending) => descending
        ? keys.Where(key => key.Name.CompareTo(name) < 0 || key.Name == name && key.Row < row)
        : keys.Where(key => key.Name.CompareTo(name) > 0 || key.Name == name && key.Row > row);

    private static IQueryable<ApiKey> BehindMoment(
        IQueryable<ApiKey> keys, Expression<Func<ApiKey, DateTimeOffset?>> value, DateTimeOffset? moment, long row, bool descending)
    {
        Expression<Func<DateTimeOffset?, long, bool>> behind = (moment, descending) switch
        {
            (null, true) => (at, keyRow) => at == null && keyRow < row,
            (null, false) => (at, keyRow) => at != null || keyRow > row,
            (_, true) => (at, keyRow) => at == null || at < moment || at == moment && keyRow < row,
            (_, false) => (at, keyRow) => at > moment || at == moment && keyRow > row,
        };
        return keys.Where(Compose(value, behind));
    }

    /// <summary>The condition with the key's value and row put in the place of its parameters.</summary>
    private static Expression<Func<ApiKey, bool>> Compose(
        Expression<Func<ApiKey, DateTimeOffset?>> value, Expression<Func<DateTimeOffset?, long, bool>> condition)
    {
        var key = value.Parameters[0];
        var row = Expression.Property(key, nameof(ApiKey.Row));
        var body = new Substitution(condition.Parameters[0], value.Body, condition.Parameters[1], row).Visit(condition.Body);
        return Expression.Lambda<Func<ApiKey, bool>>(body, key);
    }

    private sealed class Substitution(Expression first, Expression firstValue, Expression second, Expression secondValue) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == first ? firstValue : node == second ? secondValue : base.VisitParameter(node);
    }
}
