using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Keys.Changes;

/// <summary>
/// That a key was changed, by whomever: the database itself writes these rows, one for each key, with a number that counts up. Nothing that writes
/// a key, be it this console, another node or somebody with a shell, can forget to.
/// </summary>
public sealed class KeyChange
{
    /// <summary>Counts up with every change of any key.</summary>
    public long Sequence { get; internal init; }

    public long KeyRow { get; internal init; }
}

internal sealed class KeyChangeConfiguration : IEntityTypeConfiguration<KeyChange>
{
    public void Configure(EntityTypeBuilder<KeyChange> builder)
    {
        builder.ToTable("KeyChanges");
        builder.HasKey(change => change.Sequence);
        builder.HasIndex(change => change.KeyRow).IsUnique();
    }
}
