using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Auditing;

/// <summary>Who did what to which thing, when and from where. Written in the transaction of the change itself, or there is no change.</summary>
public sealed class AuditEntry
{
    public long Row { get; private init; }

    /// <summary>Null for what concerns no single organization, such as support searching all of them.</summary>
    public Id<Organization>? OrganizationId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ActorKind ActorKind { get; private init; }

    public string ActorId { get; private init; } = "";

    public string ActorName { get; private init; } = "";

    public string? Address { get; private init; }

    /// <summary>One of <see cref="AuditActions"/>.</summary>
    public string Action { get; private init; } = "";

    /// <summary>The id of what was acted on, as it is shown.</summary>
    public string Subject { get; private init; } = "";

    public string SubjectName { get; private init; } = "";

    /// <summary>What changed, as JSON; never a secret.</summary>
    public string? Details { get; private init; }

    public static AuditEntry For(
        Actor actor, string action, AuditSubject subject, DateTimeOffset now, string? details = null) => new()
        {
            OrganizationId = subject.OrganizationId,
            At = now,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            ActorName = actor.Name,
            Address = actor.Address,
            Action = action,
            Subject = subject.Id,
            SubjectName = subject.Name,
            Details = details,
        };
}

/// <summary>What an audit entry is about.</summary>
public sealed record AuditSubject(Id<Organization>? OrganizationId, string Id, string Name);

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(entry => entry.Row);
        builder.Property(entry => entry.ActorKind).HasConversion<string>().HasMaxLength(16);
        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.HasIndex(entry => new { entry.OrganizationId, entry.Row });
        builder.HasIndex(entry => new { entry.Subject, entry.Row });
    }
}
