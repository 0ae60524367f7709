using AdminConsole.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AdminConsole.Web.Security;

internal static class ConsoleDataProtection
{
    /// <summary>
    /// The keys behind cookies, antiforgery tokens and stored tickets, in a folder of the data directory that only this user can enter.
    /// They are not encrypted there: where .NET is told where to keep them it wraps them no more, and a wrapping key would lie beside
    /// them. What they protect in the database, the tickets, is encrypted; so a copy of the database alone opens no session.
    /// </summary>
    public static void AddConsoleDataProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("AdminConsole");
        services.AddOptions<KeyManagementOptions>().Configure<DataDirectory, ILoggerFactory>((options, directory, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(OpenFolder(directory.DataProtectionKeys), loggers));
    }

    private static DirectoryInfo OpenFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
