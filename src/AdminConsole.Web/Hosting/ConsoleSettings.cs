using AdminConsole.Data;

namespace AdminConsole.Web.Hosting;

internal static class ConsoleSettings
{
    public const string DataDirectoryKey = "Console:DataDirectory";
    public const string DemoPasswordKey = "Demo:Password";

    private const string DefaultDataDirectory = "data";

    /// <summary>The folder of <c>Console__DataDirectory</c>; a relative one stands under the content root.</summary>
    public static DataDirectory DataDirectory(this IHostApplicationBuilder builder) =>
        new(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration[DataDirectoryKey] ?? DefaultDataDirectory));
}
