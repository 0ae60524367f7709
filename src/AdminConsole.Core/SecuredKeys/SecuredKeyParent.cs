using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.SecuredKeys;

/// <summary>
/// What is kept of a key's secret so that keys derived from it can be told (<see cref="HmacState"/>), sealed by <see cref="SigningStateProtector"/>.
/// Written with the key, never changed, and gone with it.
/// </summary>
public sealed class SecuredKeyParent
{
    public required Id<ApiKey> KeyId { get; init; }

    public required int PepperId { get; init; }

    public required byte[] Sealed { get; init; }
}

internal sealed class SecuredKeyParentConfiguration : IEntityTypeConfiguration<SecuredKeyParent>
{
    public void Configure(EntityTypeBuilder<SecuredKeyParent> builder)
    {
        builder.ToTable("KeyDerivations");
        builder.HasKey(derivation => derivation.KeyId);
        builder.Property(derivation => derivation.Sealed).HasMaxLength(SigningStateProtector.Size);
        builder.HasOne<ApiKey>().WithOne()
            .HasForeignKey<SecuredKeyParent>(derivation => derivation.KeyId)
            .HasPrincipalKey<ApiKey>(key => key.Id)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
