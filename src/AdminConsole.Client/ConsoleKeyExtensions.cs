using AdminConsole.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class ConsoleKeyExtensions
{
    /// <summary>Lets clients in by a key of the console. Settings come from the section <c>AdminConsole</c> of the configuration, then from the delegate.</summary>
    public static AuthenticationBuilder AddAdminConsoleKeys(this AuthenticationBuilder builder, Action<ConsoleKeyOptions>? configure = null)
    {
        var services = builder.Services;
        services.AddOptions<ConsoleKeyOptions>(ConsoleKeyDefaults.Scheme).BindConfiguration(ConsoleKeyDefaults.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConsoleKeyOptions>, ConsoleKeyOptionsCheck>();
        services.AddHttpClient(ConsoleKeyDefaults.Scheme)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ConnectionsToConsole)
            .RemoveAllLoggers();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ConsoleKeySettings>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<ConsoleQuestions>();
        services.AddSingleton<ConsoleOutage>();
        services.AddSingleton<KeyVerifier>();
        services.AddSingleton<ChangeListener>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeListener>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, RequireScopeHandler>());
        return builder.AddScheme<ConsoleKeyOptions, ConsoleKeyHandler>(ConsoleKeyDefaults.Scheme, configure);
    }

    // The console redirects no program: whoever does would be shown the management key.
    private static SocketsHttpHandler ConnectionsToConsole() =>
        new() { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
}
