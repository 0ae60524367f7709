using MudBlazor;

namespace AdminConsole.Web.Components;

/// <summary>What the library catches itself, which it would write to standard output.</summary>
internal static partial class LibraryFailures
{
    public static void SendToLog(ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger(typeof(MudGlobal).FullName!);
        MudGlobal.UnhandledExceptionHandler = failure => LogFailure(logger, failure);
    }

    [LoggerMessage(1, LogLevel.Error, "A component of the library failed")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
