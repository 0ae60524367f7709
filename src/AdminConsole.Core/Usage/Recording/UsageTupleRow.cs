using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>A <see cref="UsageTuple"/> and its count, as they are kept for good.</summary>
public sealed class UsageTupleRow
{
    public const int ScopesMaxLength = ScopeSet.MaxLength;

    public long Row { get; private init; }

    public long KeyRow { get; private init; }

    public Id<Organization> OrganizationId { get; private init; }

    public DateOnly Day { get; private init; }

    public DecisionCode Code { get; private init; }

    public string Address { get; private init; } = "";

    public string Scopes { get; private init; } = "";

    public long Count { get; private init; }

    public DateTimeOffset FirstSeen { get; private init; }

    public DateTimeOffset LastSeen { get; private init; }

    /// <summary>The last block that is counted in it: no block is counted twice.</summary>
    public long ThroughBlock { get; private init; }

    internal UsageTuple Tuple => new(KeyRow, OrganizationId, Day, Code, Address, Scopes);

    internal UsageCount Counted => new(Count, FirstSeen, LastSeen);
}

internal sealed class UsageTupleRowConfiguration : IEntityTypeConfiguration<UsageTupleRow>
{
    public void Configure(EntityTypeBuilder<UsageTupleRow> builder)
    {
        builder.ToTable("UsageTuples");
        builder.HasKey(tuple => tuple.Row);
        builder.Property(tuple => tuple.Day).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.Property(tuple => tuple.Code).HasConversion<string>().HasMaxLength(32);
        builder.Property(tuple => tuple.Address).HasMaxLength(64);
        builder.Property(tuple => tuple.Scopes).HasMaxLength(UsageTupleRow.ScopesMaxLength);
        builder.HasIndex(tuple => new { tuple.KeyRow, tuple.Day, tuple.Code, tuple.Address, tuple.Scopes, tuple.OrganizationId }).IsUnique();
        builder.HasIndex(tuple => new { tuple.OrganizationId, tuple.Day });
        builder.HasIndex(tuple => tuple.Day);
    }
}
