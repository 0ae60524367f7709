using System.Data.Common;
using System.Linq.Expressions;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AdminConsole.Core.Data;

/// <summary>Finds text whatever its case and composition, in every script. SQLite's own LIKE folds ASCII alone.</summary>
internal static class TextSearch
{
    public const string Escape = "\\";

    /// <summary>The name of <see cref="Fold"/> in SQL.</summary>
    public const string FoldFunction = "console_fold";

    /// <summary>The text in the form in which texts are compared: composed, and of one case.</summary>
    public static string Fold(string text) => text.Normalize(NormalizationForm.FormC).ToUpperInvariant().ToLowerInvariant();

    /// <summary>The pattern that is found anywhere in a folded text.</summary>
    public static string PatternOf(string search) => $"%{EscapeLike(Fold(search))}%";

    /// <summary>The condition as this search needs it: ASCII is found without <see cref="Fold"/>, which is many times slower.</summary>
    public static Expression<Func<T, bool>> Fitting<T>(string search, Expression<Func<T, bool>> condition) =>
        Ascii.IsValid(search) ? (Expression<Func<T, bool>>)new Unfolding().Visit(condition) : condition;

    private static string EscapeLike(string text) =>
        text.Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);

    private sealed class Unfolding : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(Fold) && node.Method.DeclaringType == typeof(TextSearch)
                ? Visit(node.Arguments[0])
                : base.VisitMethodCall(node);
    }

    /// <summary>Teaches each connection the function.</summary>
    internal sealed class Interceptor : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Teach(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Teach(connection);
            return Task.CompletedTask;
        }

        private static void Teach(DbConnection connection) =>
            ((SqliteConnection)connection).CreateFunction<string, string>(FoldFunction, Fold, isDeterministic: true);
    }
}
