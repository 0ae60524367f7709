using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Verification.Changes;

/// <summary>What a listener is told.</summary>
public enum KeyEventKind
{
    /// <summary>What decides about the key is another now. Also a new key.</summary>
    Changed,

    Revoked,

    /// <summary>There is no such key any more.</summary>
    Deleted,

    /// <summary>More happened than is kept: whatever the listener remembers of keys may be out of date.</summary>
    Reset,

    /// <summary>Nothing is being missed up to here.</summary>
    Heartbeat,
}

/// <summary>One thing that a listener is told; never anything of the key's secret.</summary>
/// <param name="Position">Where to go on from: the number of the change (<see cref="KeyChange.Sequence"/>).</param>
/// <param name="KeyId">The key, when it is about one.</param>
/// <param name="PolicyVersion">The version of the key's policy from now on; none when there is no key.</param>
public sealed record KeyEvent(long Position, KeyEventKind Kind, Id<ApiKey>? KeyId = null, int? PolicyVersion = null);
