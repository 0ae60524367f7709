namespace AdminConsole.Core.Data;

/// <summary>The database did not take a write within <see cref="WriteLock.MaxWait"/>; nothing was changed. Answered as 503.</summary>
public sealed class StorageBusyException : Exception
{
    public StorageBusyException()
        : base("The database is busy.")
    {
    }

    public StorageBusyException(string message)
        : base(message)
    {
    }

    public StorageBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
