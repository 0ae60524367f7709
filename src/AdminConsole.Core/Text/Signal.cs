namespace AdminConsole.Core.Text;

/// <summary>Wakes whoever waits. Told any number of times, it wakes once.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = NotYet();

    /// <summary>
    /// Ends when the signal is next told. To be taken before looking for what it tells of, or what comes in between is slept through.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Tell() => Interlocked.Exchange(ref _next, NotYet()).SetResult();

    // Whoever tells goes on, and does not do the work of those who wake.
    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
