using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Auditing.Trail;

/// <summary>Shows what was done in an organization, by whom and from where.</summary>
public sealed class AuditQueries(ConsoleStore store)
{
    public static readonly Failure MayNotRead =
        new(FailureKind.Forbidden, "audit.read_forbidden", "You may not read the audit entries of this organization. Ask one of its admins.");

    public async Task<Result<AuditPage>> ListAsync(Actor actor, AuditQuery query, CancellationToken cancellation)
    {
        if (OrganizationAccess.Refusal(actor, Permission.ReadAudit, query.OrganizationId, MayNotRead) is { } refusal)
        {
            return refusal;
        }

        var before = query.Cursor is null ? long.MaxValue : RowCursor.Parse(query.Cursor);
        if (Faults(query, before) is { Count: > 0 } faults)
        {
            return faults;
        }

        await using var db = store.CreateDbContext();
        var entries = await Matching(db.AuditEntries, query)
            .Where(entry => entry.Row < before)
            .OrderByDescending(entry => entry.Row)
            .Take(query.Limit + 1)
            .ToListAsync(cancellation);
        var page = entries.Take(query.Limit).ToList();
        return new AuditPage(page, entries.Count > query.Limit ? RowCursor.Of(page[^1].Row) : null);
    }

    private static List<Failure> Faults(AuditQuery query, long? before)
    {
        List<Failure> faults = [];
        if (before is null)
        {
            faults.Add(PageFailures.Cursor);
        }

        if (query.Limit is < 1 or > AuditQuery.MaxLimit)
        {
            faults.Add(PageFailures.Limit(AuditQuery.MaxLimit));
        }

        if (query.From >= query.Until)
        {
            faults.Add(Failure.Invalid("until", "until.before_from", "Let the period end after it begins."));
        }

        return faults;
    }

    private static IQueryable<AuditEntry> Matching(IQueryable<AuditEntry> entries, AuditQuery query)
    {
        entries = entries.Where(entry => entry.OrganizationId == query.OrganizationId);
        entries = query.ActorId is { } actor ? entries.Where(entry => entry.ActorId == actor) : entries;
        entries = query.Action is { } action ? entries.Where(entry => entry.Action == action) : entries;
        entries = query.Subject is { } subject ? entries.Where(entry => entry.Subject == subject) : entries;
        entries = query.From is { } from ? entries.Where(entry => entry.At >= from) : entries;
        return query.Until is { } until ? entries.Where(entry => entry.At < until) : entries;
    }
}
