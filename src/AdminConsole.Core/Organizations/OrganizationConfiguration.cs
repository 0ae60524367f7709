using AdminConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Organizations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("Organizations");
        builder.Property(organization => organization.Slug).HasMaxLength(Organization.SlugMaxLength);
        builder.Property(organization => organization.Name).HasMaxLength(Organization.NameMaxLength);
        builder.Property(organization => organization.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.Property(organization => organization.RequiredTags).HasDefaultValueSql("'[]'");
        builder.HasIndex(organization => organization.Slug).IsUnique();
        builder.OwnsMany(organization => organization.ScopeCatalogue, scopes =>
        {
            scopes.ToTable("ScopeCatalogue");
            scopes.WithOwner().HasForeignKey("OrganizationId");
            scopes.HasKey("OrganizationId", nameof(ScopeDefinition.Scope));
            scopes.Property(scope => scope.Scope).HasMaxLength(ScopeText.MaxLength);
            scopes.Property(scope => scope.Description).HasMaxLength(ScopeDefinition.DescriptionMaxLength);
        });
    }
}
