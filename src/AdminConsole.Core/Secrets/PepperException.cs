namespace AdminConsole.Core.Secrets;

/// <summary>
/// The pepper cannot be used, and the console must not start: every key would be refused. The message tells the administrator what to do.
/// </summary>
public sealed class PepperException(string message) : Exception(message);
