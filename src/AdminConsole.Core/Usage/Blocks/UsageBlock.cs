using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Usage.Blocks;

/// <summary>The events between two flushes: one row, so that a second's events cost one insert.</summary>
public sealed class UsageBlock
{
    /// <summary>Grows by one with each block, and never comes again.</summary>
    public long Id { get; private init; }

    public DateTimeOffset FirstAt { get; private init; }

    public DateTimeOffset LastAt { get; private init; }

    /// <summary>Bytes that it takes.</summary>
    public int Size { get; private init; }

    /// <summary>The keys in it, so that a key's events are found without reading those of others.</summary>
    public byte[] KeyRows { get; private init; } = [];

    /// <summary>Stands last: the columns before it are read without it.</summary>
    public byte[] Content { get; private init; } = [];

    /// <param name="batch">Closed.</param>
    internal static UsageBlock Of(long id, EventBatch batch)
    {
        var content = BlockContent.Write(batch);
        var keys = KeyRowList.Encode([.. batch.Events.Select(use => use.KeyRow), .. batch.Overflow.Counts.Select(count => count.Key.KeyRow)]);
        var (first, last) = Period(batch);
        return new()
        {
            Id = id,
            FirstAt = first,
            LastAt = last,
            Size = content.Length + keys.Length,
            KeyRows = keys,
            Content = content,
        };
    }

    private static (DateTimeOffset First, DateTimeOffset Last) Period(EventBatch batch)
    {
        var events = batch.EventSpan;
        var (first, last) = events.IsEmpty ? (DateTimeOffset.MaxValue, DateTimeOffset.MinValue) : (events[0].At, events[^1].At);
        foreach (var (_, count) in batch.Overflow.Counts)
        {
            first = count.FirstSeen < first ? count.FirstSeen : first;
            last = count.LastSeen > last ? count.LastSeen : last;
        }

        return (first, last);
    }

    /// <exception cref="InvalidDataException">The content is damaged, or of a later version.</exception>
    internal EventBatch Read() => BlockContent.Read(Content);
}

internal sealed class UsageBlockConfiguration : IEntityTypeConfiguration<UsageBlock>
{
    public void Configure(EntityTypeBuilder<UsageBlock> builder)
    {
        builder.ToTable("UsageBlocks");
        builder.HasKey(block => block.Id);
        builder.Property(block => block.Id).ValueGeneratedNever();

        // Sizes are summed, and the oldest are found, by the index alone.
        builder.HasIndex(block => new { block.LastAt, block.Size });
    }
}
