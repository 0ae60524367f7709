using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
using System.Text;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Sealing;

/// <summary>A key's row as it is stored: all that its seal covers, and the seal. Moments are in milliseconds since 1970.</summary>
internal sealed record KeyRow(
    long Row,
    Id<ApiKey> Id,
    Id<Organization> OrganizationId,
    KeyKind Kind,
    string Name,
    Guid OwnerId,
    int Version,
    bool Enabled,
    long? RevokedAt,
    long? StartsAt,
    long? ExpiresAt,
    SecretHash SecretHash,
    byte[] Document,
    byte[] Seal)
{
    private const string All = """
        SELECT "Row", "Id", "OrganizationId", "Kind", "Name", "OwnerId", "Version", "Enabled", "RevokedAt", "StartsAt", "ExpiresAt",
            "SecretHash", "PepperId", "Document", "Seal" FROM "ApiKeys"
        """;

    private const string Asked = $"{All} WHERE \"Row\" IN {PlainSql.AskedRows}";

    public static KeyRow Of(ApiKey key) => new(
        key.Row,
        key.Id,
        key.OrganizationId,
        key.Kind,
        key.Name,
        key.OwnerId?.Value ?? Guid.Empty,
        key.Version,
        key.Enabled,
        key.RevokedAt?.ToUnixTimeMilliseconds(),
        key.StartsAt?.ToUnixTimeMilliseconds(),
        key.ExpiresAt?.ToUnixTimeMilliseconds(),
        new(key.SecretHash, key.PepperId),
        Encoding.UTF8.GetBytes(key.Document),
        key.Seal);

    public static Task<List<KeyRow>> ReadAllAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.ReadAsync(All, Read, cancellation);

    public static Task<List<KeyRow>> ReadAsync(DbConnection connection, IReadOnlyCollection<long> rows, CancellationToken cancellation) =>
        connection.ReadAsync(Asked, rows, Read, cancellation);

    /// <summary>What the seal covers. Each part has a fixed length, or its length before it; the document is the rest.</summary>
    public void WriteContent(IBufferWriter<byte> buffer)
    {
        buffer.Write(SecretHash.ToArray());
        Write(buffer, Id.Value);
        Write(buffer, OrganizationId.Value);
        Write(buffer, OwnerId);
        Write(buffer, (long)Kind);
        Write(buffer, Version);
        Write(buffer, Enabled ? 1 : 0);
        Write(buffer, RevokedAt ?? long.MinValue);
        Write(buffer, StartsAt ?? long.MinValue);
        Write(buffer, ExpiresAt ?? long.MinValue);
        Write(buffer, Encoding.UTF8.GetByteCount(Name));
        Encoding.UTF8.GetBytes(Name, buffer);
        buffer.Write(Document);
    }

    // What the console never writes is read as nothing: the seal does not fit, and the other keys are read all the same.
    private static KeyRow Read(DbDataReader row) => new(
        row.GetInt64(0),
        new(IdIn(row, 1)),
        new(IdIn(row, 2)),
        Enum.TryParse<KeyKind>(row.GetString(3), out var kind) ? kind : default,
        row.GetString(4),
        row.IsDBNull(5) ? Guid.Empty : IdIn(row, 5),
        row.GetInt32(6),
        row.GetBoolean(7),
        MomentIn(row, 8),
        MomentIn(row, 9),
        MomentIn(row, 10),
        row.GetFieldValue<byte[]>(11) is { Length: SecretHash.Size } digest ? new(digest, row.GetInt32(12)) : default,
        row.GetFieldValue<byte[]>(13),
        row.GetFieldValue<byte[]>(14));

    private static Guid IdIn(DbDataReader row, int column) => Guid.TryParse(row.GetString(column), out var id) ? id : Guid.Empty;

    private static long? MomentIn(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static void Write(IBufferWriter<byte> buffer, Guid id)
    {
        id.TryWriteBytes(buffer.GetSpan(16));
        buffer.Advance(16);
    }

    private static void Write(IBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }
}
