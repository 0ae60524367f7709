using System.Data.Common;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using Microsoft.Data.Sqlite;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>
/// Reads stored keys by ranges of rows, in plain SQL: at a start a hundred thousand of them stand between the console and its first answer. All that
/// is read until it is disposed comes from one snapshot: a key's row and its lists are of one version, whatever is written meanwhile.
/// </summary>
internal sealed class StoredKeyReader(DbTransaction snapshot) : IAsyncDisposable
{
    private const int ValueColumn = 2;

    private const string KeyColumns = """
        "Row", "Id", "OrganizationId", "Kind", "Name", "OwnerId", "Version", "Enabled", "RevokedAt", "StartsAt", "ExpiresAt",
        "MaxVerificationsPerIpPerHour", "MaxHitsPerQuery", "QueryParameters", "Claims", "SecretHash", "PepperId", "Seal"
        """;

    // Scopes, patterns and networks repeat from key to key.
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    // Deferred: the other kind asks for the right to write, which a reader's connection has not.
    public static StoredKeyReader Open(SqliteConnection connection) => new(connection.BeginTransaction(deferred: true));

    public ValueTask DisposeAsync() => snapshot.DisposeAsync();

    /// <summary>The keys of the rows from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public async Task<IReadOnlyList<StoredKey>> ReadAsync(long first, long last, CancellationToken cancellation)
    {
        var scopes = await ListsAsync("SELECT \"KeyRow\", \"Position\", \"Value\" FROM \"KeyScopes\"", first, last, Text, cancellation);
        var resources = await ListsAsync("SELECT \"KeyRow\", \"Position\", \"Value\" FROM \"KeyResources\"", first, last, Text, cancellation);
        var referrers = await ListsAsync("SELECT \"KeyRow\", \"Position\", \"Value\" FROM \"KeyReferrers\"", first, last, Text, cancellation);
        var projects = await ListsAsync(
            "SELECT \"KeyRow\", \"Position\", \"ProjectId\" FROM \"KeyProjects\"",
            first,
            last,
            row => new Id<Project>(row.GetGuid(ValueColumn)),
            cancellation);
        var networks = await ListsAsync(
            "SELECT \"KeyRow\", \"Position\", \"Cidr\", \"IsBlocked\" FROM \"KeySourceIps\"",
            first,
            last,
            row => (Cidr: Text(row), IsBlocked: row.GetBoolean(ValueColumn + 1)),
            cancellation);

        List<StoredKey> keys = [];
        await using var command = Command($"SELECT {KeyColumns} FROM \"ApiKeys\" WHERE \"Row\" BETWEEN @first AND @last", first, last);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var row = reader.GetInt64(0);
            keys.Add(new()
            {
                Row = row,
                Id = new(reader.GetGuid(1)),
                OrganizationId = new(reader.GetGuid(2)),
                Kind = Kind(reader),
                Name = reader.GetString(4),
                OwnerId = reader.IsDBNull(5) ? null : new(reader.GetGuid(5)),
                Version = reader.GetInt32(6),
                Enabled = reader.GetBoolean(7),
                RevokedAt = Moment(reader, 8),
                StartsAt = Moment(reader, 9),
                ExpiresAt = Moment(reader, 10),
                Limits = Limits(reader),
                Claims = reader.IsDBNull(14) ? null : reader.GetString(14),
                SecretHash = SealedKeyReader.HashIn(reader, column: 15),
                Seal = reader.GetFieldValue<byte[]>(17),
                Scopes = scopes.GetValueOrDefault(row, []),
                AllowedCidrs = Cidrs(networks, row, blocked: false),
                BlockedCidrs = Cidrs(networks, row, blocked: true),
                Resources = resources.GetValueOrDefault(row, []),
                Referrers = referrers.GetValueOrDefault(row, []),
                ProjectIds = projects.GetValueOrDefault(row, []),
            });
        }

        return keys;
    }

    private static IReadOnlyList<string> Cidrs(Dictionary<long, List<(string Cidr, bool IsBlocked)>> networks, long row, bool blocked) =>
        networks.TryGetValue(row, out var rules) ? [.. rules.Where(rule => rule.IsBlocked == blocked).Select(rule => rule.Cidr)] : [];

    private static KeyLimits Limits(DbDataReader reader) => reader.IsDBNull(11) && reader.IsDBNull(12) && reader.IsDBNull(13)
        ? KeyLimits.None
        : new(Number(reader, 11), Number(reader, 12), reader.IsDBNull(13) ? null : reader.GetString(13));

    private static int? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    private static DateTimeOffset? Moment(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    private static KeyKind Kind(DbDataReader reader) => reader.GetString(3) switch
    {
        nameof(KeyKind.Service) => KeyKind.Service,
        nameof(KeyKind.Management) => KeyKind.Management,
        var other => Enum.Parse<KeyKind>(other),
    };

    private string Text(DbDataReader row)
    {
        var text = row.GetString(ValueColumn);
        return _texts.TryAdd(text, text) ? text : _texts[text];
    }

    // Put in order here: the database would sort each list by itself, at several times the cost of reading it.
    private async Task<Dictionary<long, List<T>>> ListsAsync<T>(
        string select, long first, long last, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        Dictionary<long, List<(int Position, T Value)>> lists = [];
        await using var command = Command($"{select} WHERE \"KeyRow\" BETWEEN @first AND @last ", first, last);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var row = reader.GetInt64(0);
            if (!lists.TryGetValue(row, out var list))
            {
                lists.Add(row, list = []);
            }

            list.Add((reader.GetInt32(1), read(reader)));
        }

        return lists.ToDictionary(list => list.Key, list => InOrder(list.Value));
    }

    private static List<T> InOrder<T>(List<(int Position, T Value)> list)
    {
        list.Sort((left, right) => left.Position.CompareTo(right.Position));
        return list.ConvertAll(entry => entry.Value);
    }

    private DbCommand Command(string sql, long first, long last)
    {
        var command = snapshot.Connection!.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = sql;
        AddParameter(command, "@first", first);
        AddParameter(command, "@last", last);
        return command;
    }

    private static void AddParameter(DbCommand command, string name, long value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
