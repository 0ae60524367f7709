using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace AdminConsole.Web.Components;

internal static class ComponentServices
{
    public static IServiceCollection AddConsoleComponents(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddScoped<ConsoleDialogs>();
        services.AddScoped<ConsoleToasts>();
        services.AddScoped<ScriptModules>();
        services.AddScoped<TextDownload>();
        services.AddScoped<ViewerZone>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    public static void MapConsoleComponents(this IEndpointRouteBuilder routes) => routes.MapRazorComponents<App>()
        .AddInteractiveServerRenderMode(options =>
        {
            // One compressed frame may hold a secret beside text that someone else chose: its length would tell (CRIME).
            options.DisableWebSocketCompression = true;
            options.ContentSecurityFrameAncestorsPolicy = "'none'";
        });
}
