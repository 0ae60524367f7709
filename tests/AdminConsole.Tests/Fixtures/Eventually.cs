namespace AdminConsole.Tests.Fixtures;

/// <summary>Waits for what comes about by itself.</summary>
internal static class Eventually
{
    /// <summary>Far more than anything takes, also on a machine that stands still for a while: a test that waits as long has failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static Task IsTrueAsync(Func<bool> fact) => IsTrueAsync(() => Task.FromResult(fact()));

    public static async Task IsTrueAsync(Func<Task<bool>> fact)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await fact())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "It did not come about.");
            await Task.Delay(Step);
        }
    }
}
