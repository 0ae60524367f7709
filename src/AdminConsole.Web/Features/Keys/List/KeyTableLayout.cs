using AdminConsole.Web.Components.Tables;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>How this browser's user likes the list: hidden columns and density.</summary>
public sealed record KeyTableLayout(IReadOnlySet<string> Hidden, TableDensity Density)
{
    public const string MemoryName = "keys.layout";

    private const char Separator = ' ';

    public static KeyTableLayout Default { get; } = new(
        new HashSet<string> { KeyColumns.Networks, KeyColumns.Tags, KeyColumns.Creator, KeyColumns.Updated }, TableDensity.Comfortable);

    /// <summary>What <see cref="ToString"/> wrote: the density, then the hidden columns. Anything else is the default.</summary>
    public static KeyTableLayout Parse(string? text)
    {
        var words = (text ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && EnumNames.Value<TableDensity>(words[0]) is { } density
            ? new(words.Skip(1).Intersect(KeyColumns.Hideable).ToHashSet(), density)
            : Default;
    }

    public override string ToString() => string.Join(Separator, Hidden.Order(StringComparer.Ordinal).Prepend(EnumNames.Of(Density)));
}
