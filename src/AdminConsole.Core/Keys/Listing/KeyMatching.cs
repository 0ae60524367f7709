using System.Linq.Expressions;
using AdminConsole.Core.Data;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Listing;

internal static class KeyMatching
{
    /// <summary>The keys that a query asks for, without its order and page.</summary>
    public static IQueryable<ApiKey> Matching(this IQueryable<ApiKey> keys, KeyQuery query, DateTimeOffset now, TimeSpan warning)
    {
        keys = keys.Where(key => key.OrganizationId == query.OrganizationId);

        // Said of both tables, or the database would not take the index that this sort has.
        keys = query.Sort is KeySort.LastUsed ? keys.Where(key => key.LastUse!.OrganizationId == query.OrganizationId) : keys;
        keys = query.Statuses.Count == 0 ? keys : keys.Where(AnyStatus(query.Statuses, now, warning));
        keys = query.Kinds.Count == 0 ? keys : keys.Where(key => query.Kinds.Contains(key.Kind));
        keys = query.UnusedForDays is { } days ? keys.Where(UnusedSince(now.AddDays(-days), now)) : keys;
        keys = query.Scope is { } scope ? keys.Where(Has(KeyFields.Scopes, scope)) : keys;
        keys = query.Tag is { } tag ? keys.Where(Has(KeyFields.Tags, tag)) : keys;
        keys = query.AllTags.Aggregate(keys, (tagged, each) => tagged.Where(Has(KeyFields.Tags, each)));
        keys = string.IsNullOrWhiteSpace(query.Name) ? keys : keys.Where(NameContains(query.Name.Trim()));
        keys = query.OwnerId is { } owner ? keys.Where(key => key.OwnerId == owner) : keys;
        keys = query.ProjectId is { } project ? keys.Where(In(project)) : keys;
        return string.IsNullOrWhiteSpace(query.Search) ? keys : keys.Where(Contains(query.Search.Trim()));
    }

    /// <summary>
    /// Those whose owner has the name that is asked for, if one is. A key that acts for nobody acts for its organization, by the organization's own
    /// id.
    /// </summary>
    public static IQueryable<ApiKey> OwnedBy(this IQueryable<ApiKey> keys, KeyQuery query, IQueryable<Owner> owners)
    {
        if (query.OwnerExternalId is not { } name)
        {
            return keys;
        }

        var named = owners
            .Where(owner => owner.OrganizationId == query.OrganizationId && owner.ExternalId == name)
            .Select(owner => (Id<Owner>?)owner.Id);
        return name == query.OrganizationId.ToString()
            ? keys.Where(key => key.OwnerId == null || named.Contains(key.OwnerId))
            : keys.Where(key => named.Contains(key.OwnerId));
    }

    /// <summary>Those that are limited to the project.</summary>
    public static Expression<Func<ApiKey, bool>> In(Id<Project> project) => Has(KeyFields.Projects, project.ToString());

    private static Expression<Func<ApiKey, bool>> Has(string field, string value) =>
        key => key.Index.Any(entry => entry.Field == field && entry.Value == value);

    private static Expression<Func<ApiKey, bool>> UnusedSince(DateTimeOffset since, DateTimeOffset now) => key =>
        key.RevokedAt == null
        && (key.ExpiresAt == null || key.ExpiresAt > now)
        && key.CreatedAt <= since
        && (key.LastUse!.At == null || key.LastUse!.At <= since);

    private static Expression<Func<ApiKey, bool>> NameContains(string name)
    {
        var pattern = TextSearch.PatternOf(name);
        return TextSearch.Fitting<ApiKey>(name, key => EF.Functions.Like(TextSearch.Fold(key.Name), pattern, TextSearch.Escape));
    }

    private static Expression<Func<ApiKey, bool>> Contains(string search)
    {
        var pattern = TextSearch.PatternOf(search);
        var text = TextSearch.Fitting<ApiKey>(search, key =>
            EF.Functions.Like(TextSearch.Fold(key.Name), pattern, TextSearch.Escape)
            || EF.Functions.Like(TextSearch.Fold(key.Description), pattern, TextSearch.Escape)
            || EF.Functions.Like(key.Hint, pattern, TextSearch.Escape)
            || key.Index.Any(entry => entry.Field == KeyFields.Tags && EF.Functions.Like(TextSearch.Fold(entry.Value), pattern, TextSearch.Escape)));
        return KeyIdText.TryParse(search, out var id) ? Either(key => key.Id == id, text) : text;
    }

    private static Expression<Func<ApiKey, bool>> AnyStatus(IReadOnlyList<KeyStatus> statuses, DateTimeOffset now, TimeSpan warning) => statuses
        .Distinct()
        .Select(status => KeyStatuses.Filter(status, now, warning))
        .Aggregate(Either);

    private static Expression<Func<ApiKey, bool>> Either(Expression<Func<ApiKey, bool>> left, Expression<Func<ApiKey, bool>> right) =>
        Expression.Lambda<Func<ApiKey, bool>>(
            Expression.OrElse(left.Body, new Rename(right.Parameters[0], left.Parameters[0]).Visit(right.Body)), left.Parameters[0]);

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
