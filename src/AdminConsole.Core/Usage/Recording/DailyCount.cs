using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>A <see cref="UsageDimensions"/> and its count, as they are kept for good.</summary>
public sealed class DailyCount
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

    internal UsageDimensions Dimensions => new(KeyRow, OrganizationId, Day, Code, Address, Scopes);

    internal UsageCount Counted => new(Count, FirstSeen, LastSeen);
}

internal sealed class DailyCountConfiguration : IEntityTypeConfiguration<DailyCount>
{
    public void Configure(EntityTypeBuilder<DailyCount> builder)
    {
        builder.ToTable("DailyCounts");
        builder.HasKey(daily => daily.Row);
        builder.Property(daily => daily.Day).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.Property(daily => daily.Code).HasConversion<string>().HasMaxLength(32);
        builder.Property(daily => daily.Address).HasMaxLength(64);
        builder.Property(daily => daily.Scopes).HasMaxLength(DailyCount.ScopesMaxLength);
        builder.HasIndex(daily => new { daily.KeyRow, daily.Day, daily.Code, daily.Address, daily.Scopes, daily.OrganizationId }).IsUnique();
        builder.HasIndex(daily => new { daily.OrganizationId, daily.Day });
        builder.HasIndex(daily => daily.Day);
    }
}
