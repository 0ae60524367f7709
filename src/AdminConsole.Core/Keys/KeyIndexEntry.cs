using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminConsole.Core.Keys;

/// <summary>One value that a key is found by in lists. Written from the key's document; decides nothing.</summary>
public sealed class KeyIndexEntry
{
    /// <summary><see cref="KeyFields.Scopes"/>, <see cref="KeyFields.Tags"/> or <see cref="KeyFields.Projects"/>.</summary>
    public required string Field { get; init; }

    public required string Value { get; init; }

    internal static IEnumerable<(string Field, string Value)> Of(KeySettings settings) =>
    [
        .. settings.Scopes.Select(scope => (KeyFields.Scopes, scope)),
        .. settings.Tags.Select(tag => (KeyFields.Tags, tag)),
        .. settings.ProjectIds.Select(project => (KeyFields.Projects, project.ToString())),
    ];
}

internal sealed class KeyIndexEntryConfiguration : IEntityTypeConfiguration<KeyIndexEntry>
{
    public const string KeyRow = "KeyRow";

    public void Configure(EntityTypeBuilder<KeyIndexEntry> builder)
    {
        builder.ToTable("KeyIndex");
        builder.Property<long>(KeyRow);
        builder.HasKey(KeyRow, nameof(KeyIndexEntry.Field), nameof(KeyIndexEntry.Value));
        builder.HasIndex(entry => new { entry.Field, entry.Value });
        builder.Property(entry => entry.Field).HasMaxLength(16);
        builder.Property(entry => entry.Value).HasMaxLength(64);
    }
}
