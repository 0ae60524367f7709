using System.CommandLine;

namespace AdminConsole.Web.Commands;

/// <summary>The commands for setting the console up by script. Without one, the executable serves the console.</summary>
internal static class ConsoleCommands
{
    public static bool Handles(string[] args) =>
        args is [var first, ..] && (Root().Subcommands.Any(command => command.Name == first) || first is "--help" or "-h" or "-?" or "--version");

    public static Task<int> RunAsync(string[] args) => Root().Parse(args).InvokeAsync();

    private static RootCommand Root() => new("AdminConsole: runs an organization's API keys. Without a command it serves the console.")
    {
        OperatorCommand.Create(),
        ManagementKeyCommand.Create(),
        DemoCommand.Create(),
        MigrateCommand.Create(),
    };
}
