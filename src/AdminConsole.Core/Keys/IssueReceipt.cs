using System.Security.Cryptography;
using System.Text.Json;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Keys;

/// <summary>Remembers which key a request made, so that the same request sent again makes no second one.</summary>
public sealed class IssueReceipt
{
    public const int RequestMaxLength = 255;

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public Id<Organization> OrganizationId { get; private init; }

    /// <summary>The caller's own name for the request: <c>Idempotency-Key</c>.</summary>
    public string Request { get; private init; } = "";

    /// <summary>What was asked for, as a hash: another wish under the same name is a mistake of the caller's.</summary>
    public byte[] WishHash { get; private init; } = [];

    public Id<ApiKey> KeyId { get; private init; }

    /// <summary>As the answer gave it; the key may have another name by now.</summary>
    public string KeyName { get; private init; } = "";

    public string Hint { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public static bool IsRequest(string name) => name.Length is > 0 and <= RequestMaxLength && name.All(character => character is > ' ' and <= '~');

    internal bool IsFor(object wish) => WishHash.AsSpan().SequenceEqual(HashOf(wish));

    internal static IssueReceipt Of(ApiKey key, object wish, string request, DateTimeOffset now) => new()
    {
        OrganizationId = key.OrganizationId,
        Request = request,
        WishHash = HashOf(wish),
        KeyId = key.Id,
        KeyName = key.Name,
        Hint = key.Hint,
        At = now,
    };

    private static byte[] HashOf(object wish) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(wish, wish.GetType()));
}

internal sealed class IssueReceiptConfiguration : IEntityTypeConfiguration<IssueReceipt>
{
    public void Configure(EntityTypeBuilder<IssueReceipt> builder)
    {
        builder.ToTable("IssueReceipts");
        builder.HasKey(receipt => new { receipt.OrganizationId, receipt.Request });
        builder.Property(receipt => receipt.Request).HasMaxLength(IssueReceipt.RequestMaxLength);
        builder.Property(receipt => receipt.KeyName).HasMaxLength(ApiKey.NameMaxLength);
        builder.Property(receipt => receipt.Hint).HasMaxLength(8);
        builder.HasOne<Organization>().WithMany().HasForeignKey(receipt => receipt.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(receipt => receipt.At);
    }
}
