using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Data;

/// <summary>One thing that the console remembers about itself, under one of the names below.</summary>
public sealed class StoreMetadata
{
    /// <summary>Tells whether the peppers outside the database are the ones its hashes were made with.</summary>
    public const string PepperCanary = "pepper-canary";

    /// <summary>The last block of usage that is counted in the daily counts.</summary>
    public const string UsageRolledUpThrough = "usage-rolled-up-through";

    /// <summary>
    /// The last block of the roll-up that was begun last: of the rows behind the one above, some count through it and the others not at all.
    /// </summary>
    public const string UsageRollingUpThrough = "usage-rolling-up-through";

    public required string Name { get; init; }

    public required string Value { get; set; }
}

internal sealed class StoreMetadataConfiguration : IEntityTypeConfiguration<StoreMetadata>
{
    public void Configure(EntityTypeBuilder<StoreMetadata> builder)
    {
        builder.ToTable("Metadata");
        builder.HasKey(entry => entry.Name);
        builder.Property(entry => entry.Name).HasMaxLength(64);
    }
}
