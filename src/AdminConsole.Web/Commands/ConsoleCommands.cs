using System.CommandLine;

namespace AdminConsole.Web.Commands;

/// <summary>The commands for setting the console up by script. Without one, the executable serves the console.</summary>
internal static class ConsoleCommands
{
    /// <summary>Whether this is for a command. A misspelt one is too: it must not serve the console.</summary>
    public static bool Handles(string[] args) => args is [var first, ..] && (IsWord(first) || first is "--help" or "-h" or "-?" or "--version");

    public static Task<int> RunAsync(string[] args) => Root().Parse(args).InvokeAsync();

    // Settings are written as --name value, /name value or name=value.
    private static bool IsWord(string argument) =>
        !argument.StartsWith('-') && !argument.StartsWith('/') && !argument.Contains('=', StringComparison.Ordinal);

    private static RootCommand Root() => new("AdminConsole: runs an organization's API keys. Without a command it serves the console.")
    {
        OperatorCommand.Create(),
        ManagementKeyCommand.Create(),
        DemoCommand.Create(),
        MigrateCommand.Create(),
    };
}
