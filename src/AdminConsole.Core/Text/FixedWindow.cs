namespace AdminConsole.Core.Text;

/// <summary>Counts by key in windows of a fixed length, by the monotonic clock. For several threads at once.</summary>
/// <param name="maxKeys">When there are more, the window begins anew: memory stays bounded, and nobody is refused wrongly.</param>
public sealed class FixedWindow<TKey>(TimeSpan length, int maxKeys, TimeProvider clock)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly Dictionary<TKey, int> _counts = [];
    private long _window;

    /// <summary>How long until the counts begin anew.</summary>
    public TimeSpan Left => length - TimeSpan.FromTicks(clock.GetElapsedTime(_start).Ticks % length.Ticks);

    public int CountOf(TKey key)
    {
        lock (_gate)
        {
            BeginWindow();
            return _counts.GetValueOrDefault(key);
        }
    }

    /// <summary>Counts one more, unless there are as many as the limit already.</summary>
    public bool TryCount(TKey key, int limit)
    {
        lock (_gate)
        {
            BeginWindow();
            var count = _counts.GetValueOrDefault(key);
            if (count >= limit)
            {
                return false;
            }

            _counts[key] = count + 1;
            return true;
        }
    }

    private void BeginWindow()
    {
        var window = clock.GetElapsedTime(_start).Ticks / length.Ticks;
        if (window != _window || _counts.Count >= maxKeys)
        {
            _window = window;
            _counts.Clear();
        }
    }
}
