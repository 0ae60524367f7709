using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Data;

/// <summary>One thing that the console remembers about itself, under one of the names below.</summary>
public sealed class ConsoleFact
{
    /// <summary>Tells whether the peppers outside the database are the ones its hashes were made with.</summary>
    public const string PepperCanary = "pepper-canary";

    /// <summary>The last block of usage that is counted in the daily tuples.</summary>
    public const string UsageRolledUpThrough = "usage-rolled-up-through";

    /// <summary>
    /// The last block of the roll-up that was begun last: of the rows behind the one above, some count through it and the others not at all.
    /// </summary>
    public const string UsageRollingUpThrough = "usage-rolling-up-through";

    public required string Name { get; init; }

    public required string Value { get; set; }
}

internal sealed class ConsoleFactConfiguration : IEntityTypeConfiguration<ConsoleFact>
{
    public void Configure(EntityTypeBuilder<ConsoleFact> builder)
    {
        builder.ToTable("Facts");
        builder.HasKey(fact => fact.Name);
        builder.Property(fact => fact.Name).HasMaxLength(64);
    }
}
