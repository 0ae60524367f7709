using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Keys.History;

/// <summary>A key's policy as one change left it. One for each version a key ever had.</summary>
public sealed class PolicyVersion
{
    public Id<ApiKey> KeyId { get; private init; }

    public int Version { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ActorRef By { get; private init; } = null!;

    /// <summary>What made it: one of <see cref="AuditActions"/>.</summary>
    public string Action { get; private init; } = "";

    /// <summary>The <see cref="ApiKey.Document"/> of this version.</summary>
    public string Document { get; private init; } = "";

    internal static PolicyVersion Of(ApiKey key, Actor actor, string action, DateTimeOffset now) => new()
    {
        KeyId = key.Id,
        Version = key.Version,
        At = now,
        By = ActorRef.Of(actor),
        Action = action,
        Document = key.Document,
    };
}

internal sealed class PolicyVersionConfiguration : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.ToTable("PolicyVersions");
        builder.HasKey(version => new { version.KeyId, version.Version });
        builder.Property(version => version.Action).HasMaxLength(64);
        builder.HasOne<ApiKey>().WithMany().HasForeignKey(version => version.KeyId).HasPrincipalKey(key => key.Id);
        builder.ComplexProperty(version => version.By, by =>
        {
            by.Property(reference => reference.Id).HasMaxLength(ActorRef.IdMaxLength);
            by.Property(reference => reference.Name).HasMaxLength(ActorRef.NameMaxLength);
        });
    }
}
