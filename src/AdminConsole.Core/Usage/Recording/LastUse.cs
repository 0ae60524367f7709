using System.Runtime.InteropServices;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>When and from where a key was last accepted.</summary>
/// <param name="Address">Null when none was given, or it was not kept.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LastUse(long KeyRow, DateTimeOffset At, string? Address)
{
    public bool IsAfter(DateTimeOffset? known) => known is null || At > known;
}
