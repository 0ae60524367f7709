using Microsoft.Extensions.Configuration.Json;

namespace AdminConsole.Web.Hosting;

internal static class RepositorySettings
{
    private const string FileName = "appsettings.Development.json";

    /// <summary>
    /// In Development reads the settings file at the top of the repository, from wherever the console was started; the
    /// environment and the command line still win.
    /// </summary>
    public static void AddRepositorySettings(this IHostApplicationBuilder builder)
    {
        var folder = Find(builder.Environment.ContentRootPath);
        if (!builder.Environment.IsDevelopment() || folder is null)
        {
            return;
        }

        var file = new JsonConfigurationSource { Path = Path.Combine(folder, FileName), Optional = true, ReloadOnChange = false };
        file.ResolveFileProvider();
        var sources = builder.Configuration.Sources;
        var lastJson = sources.Select((source, index) => (source, index)).LastOrDefault(item => item.source is JsonConfigurationSource).index;
        sources.Insert(lastJson + 1, file);
    }

    private static string? Find(string start)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, FileName)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
