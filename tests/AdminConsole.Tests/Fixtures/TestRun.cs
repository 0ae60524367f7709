using AdminConsole.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(TestRun))]

namespace AdminConsole.Tests.Fixtures;

/// <summary>
/// What all tests share, tidied up when the last has ended. Not when the process exits: the runner takes work there for a thread that hangs.
/// </summary>
public sealed class TestRun : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await TestDatabase.DisposeTemplateAsync();
}
