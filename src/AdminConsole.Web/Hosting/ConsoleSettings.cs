using System.Globalization;
using AdminConsole.Core.Data;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Hosting;

internal static class ConsoleSettings
{
    public const string DataDirectoryKey = "Console:DataDirectory";
    public const string DemoPasswordKey = "Demo:Password";

    public const string MaxStaleSecondsKey = "Console:Verification:MaxStaleSeconds";

    public const string RequestsPerMinuteKey = "Console:Api:RequestsPerMinute";

    public const string SecuredKeysKey = "Console:Vendors:Algolia:SecuredKeys";

    /// <summary>
    /// Settings are read once. To notice changed ones the framework would watch every folder under the content root, and look up at each write to a
    /// database that lies there.
    /// </summary>
    public const string NotWatched = "--hostBuilder:reloadConfigOnChange=false";

    private const int LongestMaxStaleSeconds = 60;
    private const int MostRequestsPerMinute = 1_000_000;

    private const string DefaultDataDirectory = "data";

    /// <summary>The folder of <c>Console__DataDirectory</c>; a relative one stands under the content root.</summary>
    public static DataDirectory DataDirectory(this IHostApplicationBuilder builder) =>
        new(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration[DataDirectoryKey] ?? DefaultDataDirectory));

    /// <summary>The settings of <c>Console__Usage__…</c>; a console that could not keep usage does not start.</summary>
    public static void AddUsageSettings(this IHostApplicationBuilder builder) => builder.Services
        .AddOptions<UsageOptions>()
        .BindConfiguration(UsageOptions.Section)
        .Validate(settings => settings.AreUsable, $"{UsageOptions.Section} holds an interval, an age or a bound that is not above zero.")
        .ValidateOnStart();

    /// <summary>Read when they are first needed, so that a wrong one is refused like every other start.</summary>
    /// <exception cref="ConsoleStartException">A setting makes no sense.</exception>
    public static void AddVerificationSettings(this IServiceCollection services) => services.AddSingleton(provider =>
        Number(provider, MaxStaleSecondsKey, LongestMaxStaleSeconds) is { } seconds
            ? new VerificationOptions(TimeSpan.FromSeconds(seconds))
            : VerificationOptions.Default);

    /// <inheritdoc cref="AddVerificationSettings"/>
    public static void AddApiSettings(this IServiceCollection services) => services.AddSingleton(provider =>
        Number(provider, RequestsPerMinuteKey, MostRequestsPerMinute) is { } requests ? new ApiOptions(requests) : ApiOptions.Default);

    /// <inheritdoc cref="AddVerificationSettings"/>
    public static void AddSecuredKeySettings(this IServiceCollection services) => services.AddSingleton(provider =>
        provider.GetRequiredService<IConfiguration>()[SecuredKeysKey] is not { } text ? SecuredKeyOptions.Default
        : bool.TryParse(text, out var areVerified) ? new SecuredKeyOptions(areVerified)
        : throw new ConsoleStartException($"{SecuredKeysKey} must be true or false, not “{text}”."));

    /// <summary>The whole number of a setting, from 1 on; null when it is not set.</summary>
    internal static int? Number(IServiceProvider provider, string key, int max)
    {
        var text = provider.GetRequiredService<IConfiguration>()[key];
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max
            ? number
            : throw new ConsoleStartException($"{key} must be a whole number from 1 to {max}, not “{text}”.");
    }
}
