using System.Globalization;
using AdminConsole.Data;
using AdminConsole.Usage;
using AdminConsole.Verification;

namespace AdminConsole.Web.Hosting;

internal static class ConsoleSettings
{
    public const string DataDirectoryKey = "Console:DataDirectory";
    public const string DemoPasswordKey = "Demo:Password";

    public const string MaxStaleSecondsKey = "Console:Verification:MaxStaleSeconds";

    private const int LongestMaxStaleSeconds = 60;

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

    /// <summary>Read when they are first needed, so that a wrong one is refused like every other start.</summary>
    /// <exception cref="ConsoleStartException">A setting makes no sense.</exception>
    public static void AddVerificationSettings(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var text = provider.GetRequiredService<IConfiguration>()[MaxStaleSecondsKey];
        if (text is null)
        {
            return VerificationSettings.Default;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestMaxStaleSeconds
            ? new VerificationSettings(TimeSpan.FromSeconds(seconds))
            : throw new ConsoleStartException($"{MaxStaleSecondsKey} must be a whole number from 1 to {LongestMaxStaleSeconds}, not “{text}”.");
    });
}
