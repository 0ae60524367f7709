namespace AdminConsole.Client;

public static class AdminConsoleKeyDefaults
{
    /// <summary>The name of the authentication scheme.</summary>
    public const string Scheme = "AdminConsoleKey";

    /// <summary>The section of the configuration that <see cref="AdminConsoleKeyOptions"/> are read from.</summary>
    public const string Section = "AdminConsole";
}
