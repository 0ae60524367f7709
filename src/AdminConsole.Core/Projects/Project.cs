using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Projects;

/// <summary>A part of an organization's work that keys can be limited to.</summary>
public sealed class Project : IIdentified
{
    public const int NameMaxLength = 100;

    public static string IdPrefix => "prj_";

    public required Id<Project> Id { get; init; }

    public required Id<Organization> OrganizationId { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Grows by one with each change; what an edit must name, and the ETag.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("Projects");
        builder.Property(project => project.Name).HasMaxLength(Project.NameMaxLength);
        builder.Property(project => project.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasOne<Organization>().WithMany().HasForeignKey(project => project.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(project => new { project.OrganizationId, project.Name }).IsUnique();
    }
}
