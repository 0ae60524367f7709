using System.Security.Cryptography;
using System.Text.Json;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Keys;

/// <summary>Remembers which key a request made, so that the same request sent again makes no second one.</summary>
public sealed class IdempotencyRecord
{
    public const int RequestMaxLength = 255;

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public Id<Organization> OrganizationId { get; private init; }

    /// <summary>The caller's own name for the request: <c>Idempotency-Key</c>.</summary>
    public string Request { get; private init; } = "";

    /// <summary>What was asked for, as a hash: another request under the same name is a mistake of the caller's.</summary>
    public byte[] RequestHash { get; private init; } = [];

    public Id<ApiKey> KeyId { get; private init; }

    /// <summary>As the answer gave it; the key may have another name by now.</summary>
    public string KeyName { get; private init; } = "";

    public string Hint { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public static bool IsRequest(string name) => name.Length is > 0 and <= RequestMaxLength && name.All(character => character is > ' ' and <= '~');

    internal bool IsFor(object command) => RequestHash.AsSpan().SequenceEqual(HashOf(command));

    internal static IdempotencyRecord Of(ApiKey key, object command, string request, DateTimeOffset now) => new()
    {
        OrganizationId = key.OrganizationId,
        Request = request,
        RequestHash = HashOf(command),
        KeyId = key.Id,
        KeyName = key.Name,
        Hint = key.Hint,
        At = now,
    };

    private static byte[] HashOf(object command) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType()));
}

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("IdempotencyRecords");
        builder.HasKey(record => new { record.OrganizationId, record.Request });
        builder.Property(record => record.Request).HasMaxLength(IdempotencyRecord.RequestMaxLength);
        builder.Property(record => record.KeyName).HasMaxLength(ApiKey.NameMaxLength);
        builder.Property(record => record.Hint).HasMaxLength(8);
        builder.HasOne<Organization>().WithMany().HasForeignKey(record => record.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(record => record.At);
    }
}
