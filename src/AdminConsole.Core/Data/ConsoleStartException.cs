namespace AdminConsole.Core.Data;

/// <summary>The console cannot start, and the message tells the person at the terminal why and what to do. Needs no stack trace.</summary>
public sealed class ConsoleStartException : Exception
{
    public ConsoleStartException()
    {
    }

    public ConsoleStartException(string message)
        : base(message)
    {
    }

    public ConsoleStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
