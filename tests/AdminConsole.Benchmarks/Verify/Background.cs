namespace AdminConsole.Benchmarks.Verify;

/// <summary>Work that runs beside a measurement, until it is disposed of.</summary>
internal sealed class Background : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public Background(Func<CancellationToken, Task> work) => _work = work(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _work;
        }
        catch (OperationCanceledException)
        {
            // This is how it ends.
        }

        _stop.Dispose();
    }
}

/// <summary>What is to be done at the end of a measurement.</summary>
internal sealed class Ending(Func<Task> work) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(work());
}
