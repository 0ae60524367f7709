namespace AdminConsole.Client;

/// <summary>
/// Remembers that the console did not answer. It is left in peace for a while, then one question at a time finds out whether it is back: a console
/// that hangs must not make every request wait for it.
/// </summary>
internal sealed class ConsoleOutage(TimeProvider clock)
{
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long? _failedAt;
    private bool _isProbed;

    /// <summary>Whether the console may be asked. Whoever is told so asks, and says by <see cref="Note"/> how it ended.</summary>
    public bool TryBegin()
    {
        lock (_lock)
        {
            if (_failedAt is not { } failed)
            {
                return true;
            }

            var isProbe = !_isProbed && clock.GetElapsedTime(failed) >= Rest;
            _isProbed |= isProbe;
            return isProbe;
        }
    }

    public void Note(bool isDown)
    {
        lock (_lock)
        {
            _failedAt = isDown ? clock.GetTimestamp() : null;
            _isProbed = false;
        }
    }
}
