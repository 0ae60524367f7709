namespace AdminConsole.Core.Data;

/// <summary>
/// One writer at a time in this process, checkpoints included: the SQLite library to be had can lose a commit when two
/// connections write or checkpoint at once (DESIGN 12).
/// </summary>
#pragma warning disable CA1001 // Without a wait handle there is nothing to let go of, and a write may end after the services around it.
public sealed class WriteLock
#pragma warning restore CA1001
{
    /// <summary>How long a write waits for its turn before the console says it is busy.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn; disposing gives it back.</summary>
    /// <exception cref="StorageBusyException">It did not come within <see cref="MaxWait"/>.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellation) =>
        await _turn.WaitAsync(MaxWait, cancellation) ? new Turn(_turn) : throw new StorageBusyException();

    public IDisposable Take() => _turn.Wait(MaxWait) ? new Turn(_turn) : throw new StorageBusyException();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _held = turn;

        public void Dispose() => Interlocked.Exchange(ref _held, null)?.Release();
    }
}
