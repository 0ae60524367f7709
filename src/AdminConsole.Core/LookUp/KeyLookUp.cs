using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Verification;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.LookUp;

/// <summary>What a look-up found.</summary>
/// <param name="SecretsSeen">How many secrets the text held, known or not.</param>
/// <param name="IsTruncated">There are more matches than are shown.</param>
public sealed record LookUpResult(IReadOnlyList<FoundKey> Keys, int SecretsSeen, bool IsTruncated);

/// <summary>
/// Finds the keys whose secrets stand somewhere in a pasted text (a log, JSON, a file of settings), that end in a pasted hint, or whose ids were
/// pasted. Support finds keys of every organization, others those of their own. Each look-up is audited, without what was pasted.
/// </summary>
public sealed class KeyLookUp(ConsoleStore store, SecretHasher hasher, SecuredKeyFinder securedKeys, UsageBuffer usage, TimeProvider clock)
{
    public const int MaxTextLength = 200_000;
    public const int MaxFound = 200;
    public const string TextField = "text";

    private static readonly Failure NoSecret = Failure.Invalid(
        TextField,
        "text.no_secret",
        "There is no secret in this text, and it is no hint. A secret with a wrong or missing character is none; "
            + "a hint is the last four characters alone.");

    /// <summary>The text without white space around it, if it has a length that can be looked through.</summary>
    public static Result<string> Check(string? text)
    {
        var given = (text ?? "").Trim();
        return given.Length is 0 or > MaxTextLength
            ? Failure.Invalid(
                TextField,
                "text.length",
                $"Paste a secret, some text that holds secrets (up to {MaxTextLength:N0} characters), or the last four characters of a secret.")
            : given;
    }

    public async Task<Result<LookUpResult>> FindAsync(Actor actor, string? text, CancellationToken cancellation)
    {
        var given = Check(text);
        return given.Succeeded
            ? await store.WriteAsync(db => FindAsync(db, actor, LookUpText.Read(given.Value), cancellation), cancellation)
            : given.Failures.ToList();
    }

    private async Task<Result<LookUpResult>> FindAsync(ConsoleDbContext db, Actor actor, LookUpText asked, CancellationToken cancellation)
    {
        var organizations = await db.Organizations.AsNoTracking().ToListAsync(cancellation);
        var visible = organizations
            .Where(organization => actor.Can(Permission.FindKeys, organization.Id))
            .ToDictionary(organization => organization.Id);
        if (visible.Count == 0)
        {
            return KeyFailures.MayNotFind;
        }

        if (asked is { Secrets.Count: 0, Hint: null, KeyIds.Count: 0 })
        {
            return NoSecret;
        }

        var ids = visible.Keys.ToList();
        var matching = await MatchingAsync(db, asked, ids, cancellation);
        var keys = await matching
            .AsNoTracking()
            .Where(key => ids.Contains(key.OrganizationId))
            .OrderByDescending(key => key.Row)
            .Take(MaxFound + 1)
            .ToListAsync(cancellation);
        Audit(db, actor, keys, asked.Secrets.Count, visible);
        await db.SaveChangesAsync(cancellation);
        var owners = await OwnersAsync(db, keys, cancellation);
        var pending = usage.LastUsesOf(keys.Select(key => key.Row));
        return new LookUpResult(
            [.. keys.Take(MaxFound).Select(key => Found(key, visible[key.OrganizationId], owners).Used(pending[key.Row]))],
            asked.Secrets.Count,
            keys.Count > MaxFound);
    }

    /// <summary>The keys with this hint, or those with these secrets or ids.</summary>
    private async Task<IQueryable<ApiKey>> MatchingAsync(
        ConsoleDbContext db, LookUpText asked, IReadOnlyList<Id<Organization>> organizations, CancellationToken cancellation)
    {
        if (asked.Hint is { } hint)
        {
            return db.ApiKeys.Where(key => key.Hint == hint);
        }

        var rows = asked.Secrets
            .SelectMany(secret => organizations.Select(organization => securedKeys.Find(organization, secret)?.Row))
            .OfType<long>()
            .ToHashSet();
        var hashes = HashesOf(asked.Secrets).ToList();
        rows.UnionWith(await db.ApiKeys.Where(key => hashes.Contains(key.SecretHash)).Select(key => key.Row).ToListAsync(cancellation));
        var ids = asked.KeyIds;
        rows.UnionWith(await db.ApiKeys.Where(key => ids.Contains(key.Id)).Select(key => key.Row).ToListAsync(cancellation));
        return db.ApiKeys.Where(key => rows.Contains(key.Row));
    }

    private IEnumerable<byte[]> HashesOf(IEnumerable<string> secrets) => secrets
        .Where(secret => secret.Length <= KeySecret.MaxPresentedLength)
        .SelectMany(hasher.Candidates)
        .Select(hash => hash.ToArray());

    private void Audit(
        ConsoleDbContext db, Actor actor, List<ApiKey> keys, int secretsSeen, Dictionary<Id<Organization>, Organization> visible)
    {
        var now = clock.Now();
        var found = keys.GroupBy(key => key.OrganizationId).ToDictionary(group => group.Key, group => group.Select(key => key.Id.ToString()));
        foreach (var (organization, ids) in found)
        {
            db.AuditEntries.Add(AuditEntry.For(
                actor,
                AuditActions.KeysLookedUp,
                new(organization, organization.ToString(), visible[organization].Name),
                now,
                System.Text.Json.JsonSerializer.Serialize(new { secretsSeen, found = ids })));
        }

        if (found.Count == 0)
        {
            db.AuditEntries.Add(AuditEntry.For(
                actor, AuditActions.KeysLookedUp, new(null, "", ""), now, System.Text.Json.JsonSerializer.Serialize(new { secretsSeen })));
        }
    }

    private static async Task<Dictionary<Id<Owner>, string>> OwnersAsync(ConsoleDbContext db, List<ApiKey> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(key => key.OwnerId).Distinct().ToList();
        return await db.Owners
            .AsNoTracking()
            .Where(owner => ids.Contains(owner.Id))
            .ToDictionaryAsync(owner => owner.Id, owner => owner.Name, cancellation);
    }

    private FoundKey Found(ApiKey key, Organization organization, Dictionary<Id<Owner>, string> owners) => new()
    {
        Id = key.Id,
        OrganizationId = key.OrganizationId,
        OrganizationName = organization.Name,
        Kind = key.Kind,
        Name = key.Name,
        Hint = key.Hint,
        Status = key.StatusAt(clock.Now(), TimeSpan.FromDays(organization.ExpiryWarningDays)),
        OwnerName = key.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null,
        CreatedAt = key.CreatedAt,
        LastUsedAt = key.LastUse?.At,
        LastUsedIp = key.LastUse?.Address,
    };
}
