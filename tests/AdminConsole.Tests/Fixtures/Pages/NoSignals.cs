using Microsoft.Extensions.Hosting;

namespace AdminConsole.Tests.Fixtures.Pages;

/// <summary>
/// A signal is for the test run, and ends it. A host's own lifetime would take it for itself: the console under test would stop, the run go on, and
/// a test fail with an ObjectDisposedException.
/// </summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
