using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.KeyCache;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Verification;

/// <summary>
/// Tells which key a secured key was derived from, by trying those that it could be: the ones of the caller's organization that were made in
/// Algolia's format. In memory as all keys are; a key's state never changes, so only keys that come and go matter here.
/// </summary>
public sealed partial class SecuredKeyFinder
{
    /// <summary>The keys of an organization that are tried, the oldest ones: what verified once is not broken by a new key.</summary>
    public const int MaxParents = 256;

    private const string AllParents = """
        SELECT key."Row", key."OrganizationId", kept."KeyId", kept."PepperId", kept."Sealed"
        FROM "KeyDerivations" AS kept JOIN "ApiKeys" AS key ON key."Id" = kept."KeyId"
        """;

    private const string AskedParents = $"""
        {AllParents} WHERE key."Row" IN {PlainSql.AskedRows}
        """;

    private readonly ConsoleStore _store;
    private readonly CachedKeys _keys;
    private readonly SigningStateProtector _sealer;
    private readonly SecuredKeyOptions _settings;
    private readonly ILogger<SecuredKeyFinder> _logger;
    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<Id<Organization>, ImmutableSortedDictionary<long, Parent>> _parents = new();

    public SecuredKeyFinder(
        ConsoleStore store,
        CachedKeys keys,
        SigningStateProtector sealer,
        SecuredKeyOptions settings,
        KeyChangeNotifier changes,
        ILogger<SecuredKeyFinder> logger)
    {
        (_store, _keys, _sealer, _settings, _logger) = (store, keys, sealer, settings, logger);
        changes.Listen(RefreshAsync);
    }

    /// <summary>
    /// The parent of the organization's that the presented text was derived from, narrowed by what the text says; null when there is none.
    /// </summary>
    public VerifiableKey? Find(Id<Organization> organization, string presented)
    {
        if (!_parents.TryGetValue(organization, out var parents) || !SecuredKey.TryRead(presented, out var secured))
        {
            return null;
        }

        foreach (var (_, parent) in parents.Take(MaxParents))
        {
            if (secured.IsSignedBy(parent.State))
            {
                return Narrow(parent, secured);
            }
        }

        return null;
    }

    /// <summary>Reads what is kept of every key, at start; where secured keys do not verify, forgets it for good.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        if (_settings.AreVerified)
        {
            await using var connection = await _store.OpenReaderAsync(cancellation);
            Take([], [.. (await connection.ReadAsync(AllParents, Read, cancellation)).OfType<Parent>()]);
            return;
        }

        await _store.WriteAsync<int>(async db => await db.KeyDerivations.ExecuteDeleteAsync(cancellation), cancellation);
    }

    private async Task RefreshAsync(IReadOnlyCollection<long> rows)
    {
        if (_settings.AreVerified)
        {
            await using var connection = await _store.OpenReaderAsync(CancellationToken.None);
            Take(rows, [.. (await connection.ReadAsync(AskedParents, rows, Read, CancellationToken.None)).OfType<Parent>()]);
        }
    }

    private Parent? Read(DbDataReader row)
    {
        var organization = new Id<Organization>(row.GetGuid(1));
        var derivation = new SecuredKeyParent { KeyId = new(row.GetGuid(2)), PepperId = row.GetInt32(3), Sealed = row.GetFieldValue<byte[]>(4) };
        return _sealer.Open(derivation, organization) is { } state ? new(row.GetInt64(0), derivation.KeyId, organization, state) : null;
    }

    private void Take(IReadOnlyCollection<long> rows, IReadOnlyList<Parent> found)
    {
        lock (_writing)
        {
            var gone = rows.Except(found.Select(parent => parent.Row)).ToList();
            foreach (var (organization, parents) in _parents.Where(entry => gone.Exists(entry.Value.ContainsKey)))
            {
                _parents[organization] = parents.RemoveRange(gone);
            }

            foreach (var parents in found.GroupBy(parent => parent.Organization, parent => KeyValuePair.Create(parent.Row, parent)))
            {
                Add(parents.Key, parents);
            }
        }
    }

    private void Add(Id<Organization> organization, IEnumerable<KeyValuePair<long, Parent>> parents)
    {
        var known = _parents.GetValueOrDefault(organization, ImmutableSortedDictionary<long, Parent>.Empty);
        var all = _parents[organization] = known.SetItems(parents);
        if (all.Count > MaxParents)
        {
            LogTooMany(organization, all.Count - MaxParents);
        }
    }

    // The row's key is asked who it is: what the database says of its row may be somebody's who gave it a weaker key's id.
    private VerifiableKey? Narrow(Parent signer, SecuredKey secured) =>
        _keys.Find(signer.Row) is { Kind: KeyKind.Service } parent && parent.Id == signer.Id && parent.OrganizationId == signer.Organization
            ? parent.With(RestrictionReader.Narrow(parent.Policy, secured.Query))
            : null;

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "Secured keys derived from the {Count} newest keys in Algolia's format of organization {OrganizationId} do not "
            + "verify; delete keys that were revoked")]
    private partial void LogTooMany(Id<Organization> organizationId, int count);

    private sealed record Parent(long Row, Id<ApiKey> Id, Id<Organization> Organization, HmacState State);
}
