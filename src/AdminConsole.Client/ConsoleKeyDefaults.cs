namespace AdminConsole.Client;

public static class ConsoleKeyDefaults
{
    /// <summary>The name of the authentication scheme.</summary>
    public const string Scheme = "AdminConsoleKey";

    /// <summary>The section of the configuration that <see cref="ConsoleKeyOptions"/> are read from.</summary>
    public const string Section = "AdminConsole";
}
