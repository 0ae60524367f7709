using AdminConsole.BrowserTests.Fixtures;

namespace AdminConsole.BrowserTests.Secrets;

/// <summary>A console whose log is kept at the levels that are set.</summary>
public sealed class LoggedConsole : IAsyncDisposable
{
    public LoggedConsole() => Console = RunningConsole.WithDemoData(Log);

    public TraceLog Log { get; } = new();

    public RunningConsole Console { get; }

    public ValueTask DisposeAsync() => Console.DisposeAsync();
}
