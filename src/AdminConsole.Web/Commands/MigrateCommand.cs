using System.CommandLine;

namespace AdminConsole.Web.Commands;

/// <summary><c>migrate</c>: brings the database to the newest schema and stops, as every start does before it serves.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var migrate = new Command("migrate", "Brings the database to the newest schema");
        migrate.SetAction((_, cancellation) => CommandHost.RunAsync(_ => Task.FromResult(CommandHost.Succeeded), cancellation));
        return migrate;
    }
}
