using AdminConsole.Data;
using AdminConsole.Usage;

namespace AdminConsole.Web.Hosting;

internal static class ConsoleSettings
{
    public const string DataDirectoryKey = "Console:DataDirectory";
    public const string DemoPasswordKey = "Demo:Password";

    private const string DefaultDataDirectory = "data";

    /// <summary>The folder of <c>Console__DataDirectory</c>; a relative one stands under the content root.</summary>
    public static DataDirectory DataDirectory(this IHostApplicationBuilder builder) =>
        new(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration[DataDirectoryKey] ?? DefaultDataDirectory));

    /// <summary>The settings of <c>Console__Usage__…</c>; a console that could not keep usage does not start.</summary>
    public static void AddUsageSettings(this IHostApplicationBuilder builder) => builder.Services
        .AddOptions<UsageSettings>()
        .BindConfiguration(UsageSettings.Section)
        .Validate(settings => settings.AreUsable, $"{UsageSettings.Section} holds an interval, an age or a bound that is not above zero.")
        .ValidateOnStart();
}
