using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Owners;

public enum OwnerKind
{
    User,
    Team,
    Machine,
    Organization,
}

/// <summary>Who a key acts for: the seeds' <c>subject</c>, <c>user_id</c> and <c>team_id</c>.</summary>
public sealed class Owner : IIdentified
{
    public const int NameMaxLength = 100;
    public const int ExternalIdMaxLength = 100;

    public static string IdPrefix => "own_";

    public required Id<Owner> Id { get; init; }

    public required Id<Organization> OrganizationId { get; init; }

    public required OwnerKind Kind { get; set; }

    /// <summary>What the organization's own systems call it, for example <c>user_2x4y…</c>.</summary>
    public required string ExternalId { get; set; }

    public required string Name { get; set; }

    /// <summary>The user who made this team, and is its member; the console knows of no others.</summary>
    public Id<Owner>? CreatorId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Grows by one with each change; what an edit must name, and the ETag.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class OwnerConfiguration : IEntityTypeConfiguration<Owner>
{
    public void Configure(EntityTypeBuilder<Owner> builder)
    {
        builder.ToTable("Owners");
        builder.Property(owner => owner.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(owner => owner.ExternalId).HasMaxLength(Owner.ExternalIdMaxLength);
        builder.Property(owner => owner.Name).HasMaxLength(Owner.NameMaxLength);
        builder.Property(owner => owner.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasOne<Organization>().WithMany().HasForeignKey(owner => owner.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(owner => new { owner.OrganizationId, owner.ExternalId }).IsUnique();
    }
}
