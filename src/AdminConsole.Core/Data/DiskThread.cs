namespace AdminConsole.Data;

/// <summary>
/// SQLite waits for the disk on the thread that it is called on. For a write that must be none of the pool's few: each of them answers hundreds of
/// verifications in that time, and the pool takes half a second to notice that one is missing.
/// </summary>
internal static class DiskThread
{
    public static Task<T> RunAsync<T>(Func<Task<T>> work) => Task.Factory
        .StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default)
        .Unwrap();
}
