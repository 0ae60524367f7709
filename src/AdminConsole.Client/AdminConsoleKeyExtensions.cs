using AdminConsole.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class AdminConsoleKeyExtensions
{
    /// <summary>
    /// Lets clients in by a key of the console. Settings come from the section <c>AdminConsole</c> of the configuration, then from the delegate.
    /// </summary>
    public static AuthenticationBuilder AddAdminConsoleKeys(this AuthenticationBuilder builder, Action<AdminConsoleKeyOptions>? configure = null)
    {
        var services = builder.Services;
        services
            .AddOptions<AdminConsoleKeyOptions>(AdminConsoleKeyDefaults.Scheme)
            .BindConfiguration(AdminConsoleKeyDefaults.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AdminConsoleKeyOptions>, AdminConsoleKeyOptionsCheck>();
        services.AddHttpClient(AdminConsoleKeyDefaults.Scheme)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ConnectionsToConsole)
            .RemoveAllLoggers();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AdminConsoleKeyConnection>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<ConsoleClient>();
        services.AddSingleton<ConsoleOutage>();
        services.AddSingleton<KeyVerifier>();
        services.AddSingleton<ChangeListener>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeListener>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, RequireScopeHandler>());
        return builder.AddScheme<AdminConsoleKeyOptions, AdminConsoleKeyHandler>(AdminConsoleKeyDefaults.Scheme, configure);
    }

    // The console redirects no program: whoever does would be shown the management key.
    private static SocketsHttpHandler ConnectionsToConsole() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
}
