using System.Linq.Expressions;
using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Keys;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    /// <summary>True of every key, and the condition of the index that counts are read off: only who says so may use it.</summary>
    public static readonly Expression<Func<ApiKey, bool>> IsCounted = key => key.CreatedAt > EF.Constant(DateTimeOffset.UnixEpoch);

    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.HasKey(key => key.Row);
        builder.HasAlternateKey(key => key.Id);
        builder.Ignore(key => key.Settings);
        builder.Ignore(key => key.IsRevoked);
        ConfigureColumns(builder);
        ConfigureActors(builder);
        ConfigureRelations(builder);
        ConfigureIndexes(builder);
    }

    private static void ConfigureColumns(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Property(key => key.Name).HasMaxLength(ApiKey.NameMaxLength);
        builder.Property(key => key.Description).HasMaxLength(ApiKey.DescriptionMaxLength);
        builder.Property(key => key.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(key => key.RevocationReason).HasConversion<string>().HasMaxLength(16);
        builder.Property(key => key.RevocationComment).HasMaxLength(ApiKey.RevocationCommentMaxLength);
        builder.Property(key => key.NamedCreator).HasMaxLength(ApiKey.NamedCreatorMaxLength);
        builder.Property(key => key.SecretHash).HasMaxLength(32);
        builder.Property(key => key.Hint).HasMaxLength(4);
        builder.Property(key => key.SecretFormat).HasMaxLength(16);

        // Two changes at once cannot both win, whatever the database's isolation.
        builder.Property(key => key.Version).IsConcurrencyToken();
    }

    private static void ConfigureActors(EntityTypeBuilder<ApiKey> builder)
    {
        ConfigureActor(builder.ComplexProperty(key => key.CreatedBy));
        ConfigureActor(builder.ComplexProperty(key => key.UpdatedBy));
        ConfigureActor(builder.ComplexProperty(key => key.RevokedBy)!);
    }

    private static void ConfigureActor(ComplexPropertyBuilder<ActorRef> actor)
    {
        actor.Property(reference => reference.Id).HasMaxLength(ActorRef.IdMaxLength);
        actor.Property(reference => reference.Name).HasMaxLength(ActorRef.NameMaxLength);
    }

    private static void ConfigureRelations(EntityTypeBuilder<ApiKey> builder)
    {
        builder.HasOne<Organization>().WithMany().HasForeignKey(key => key.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Owner>().WithMany().HasForeignKey(key => key.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(key => key.Index).WithOne().HasForeignKey(KeyIndexEntryConfiguration.KeyRow);
        ConfigureLastUse(builder);
    }

    private static void ConfigureLastUse(EntityTypeBuilder<ApiKey> builder)
    {
        builder.OwnsOne(key => key.LastUse, use =>
        {
            use.ToTable("KeyLastUses");
            use.WithOwner().HasForeignKey(row => row.KeyRow);
            use.HasKey(row => row.KeyRow);
            use.HasIndex(row => new { row.OrganizationId, row.At, row.KeyRow });
        });
    }

    private static void ConfigureIndexes(EntityTypeBuilder<ApiKey> builder)
    {
        // Verification finds a key by the hash of what was presented.
        builder.HasIndex(key => key.SecretHash).IsUnique();
        builder.HasIndex(key => key.Hint);

        // One for each sort of the list; the row breaks ties and makes the order total.
        builder.HasIndex(key => new { key.OrganizationId, key.Row });
        builder.HasIndex(key => new { key.OrganizationId, key.Name, key.Row });
        builder.HasIndex(key => new { key.OrganizationId, key.ExpiresAt, key.Row });
        builder.HasIndex(key => new { key.OrganizationId, key.UpdatedAt, key.Row });

        // Counts alone are read off this one. Without its condition a list would take it for its equalities, and sort all that it finds.
        builder.HasIndex(key => new { key.OrganizationId, key.Kind, key.RevokedAt, key.Enabled, key.ExpiresAt, key.StartsAt, key.CreatedAt })
            .HasFilter("\"CreatedAt\" > 0");
    }
}
