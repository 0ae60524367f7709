using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Usage;

/// <summary>Names one recorded event: its block, and its place in it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UsageEventId(long Block, int Place)
{
    private const string Prefix = "evt_";

    public static bool TryParse([NotNullWhen(true)] string? text, out UsageEventId id)
    {
        id = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length..].Split('_') is not [var block, var place])
        {
            return false;
        }

        var parsed = long.TryParse(block, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        parsed &= int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        id = new(number, index);
        return parsed;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Block}_{Place}");
}

/// <summary>An event that is in a block, and its name.</summary>
public sealed record RecordedEvent(UsageEventId Id, UsageEvent Event);

/// <summary>Events, the newest first.</summary>
/// <param name="Next">Where the next page begins; null at the end. A page may be short and still have a next one.</param>
public sealed record EventPage(IReadOnlyList<RecordedEvent> Events, string? Next);
