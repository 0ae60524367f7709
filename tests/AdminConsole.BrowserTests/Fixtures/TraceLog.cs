using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AdminConsole.BrowserTests.Fixtures;

/// <summary>Keeps all that is logged: the line, the values that a structured log would keep beside it, and the exception.</summary>
public sealed class TraceLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public override string ToString() => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {Values(state)} {exception}");

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state} {Values(state)}");
        return null;
    }

    public void Dispose()
    {
        // Nothing to let go of.
    }

    private static string Values<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => value.Value)) : "";
}
