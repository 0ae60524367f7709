using AdminConsole.Core.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Operators;

internal sealed class OperatorConfiguration
    : IEntityTypeConfiguration<Operator>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<OperatorSession>,
        IEntityTypeConfiguration<OperatorPreference>
{
    public void Configure(EntityTypeBuilder<Operator> builder)
    {
        builder.ToTable("Operators");
        builder.Property(person => person.DisplayName).HasMaxLength(Operator.DisplayNameMaxLength);
        builder.Ignore(person => person.ShownId);
        builder.HasMany(person => person.Memberships).WithOne().HasForeignKey(membership => membership.OperatorId);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(membership => new { membership.OperatorId, membership.OrganizationId });
        builder.Property(membership => membership.Role).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Organization>().WithMany().HasForeignKey(membership => membership.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OperatorSession> builder)
    {
        builder.ToTable("OperatorSessions");
        builder.HasKey(session => session.IdHash);
        builder.Property(session => session.IdHash).HasMaxLength(32);
        builder.HasIndex(session => session.OperatorId);
        builder.HasIndex(session => session.ExpiresAt);
        builder.HasOne<Operator>().WithMany().HasForeignKey(session => session.OperatorId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OperatorPreference> builder)
    {
        builder.ToTable("OperatorPreferences");
        builder.HasKey(preference => new { preference.OperatorId, preference.Name });
        builder.Property(preference => preference.Name).HasMaxLength(OperatorPreference.NameMaxLength);
        builder.Property(preference => preference.Value).HasMaxLength(OperatorPreference.ValueMaxLength);
        builder.HasOne<Operator>().WithMany().HasForeignKey(preference => preference.OperatorId).OnDelete(DeleteBehavior.Cascade);
    }
}
