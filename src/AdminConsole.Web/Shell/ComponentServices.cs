using AdminConsole.Web.Components;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;

namespace AdminConsole.Web.Shell;

internal static class ComponentServices
{
    // Each language is a Texts.<culture>.resx beside Texts.resx.
    private static readonly string[] Languages = ["en"];

    public static IServiceCollection AddConsoleComponents(this IServiceCollection services)
    {
        services.AddConsoleKit();
        services.Configure<RequestLocalizationOptions>(options =>
            options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages));
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    /// <summary>What the components themselves ask for, wherever they are rendered.</summary>
    public static IServiceCollection AddConsoleKit(this IServiceCollection services)
    {
        services.AddLocalization();
        // Ahead of the library's own, which it adds only where there is none.
        services.AddScoped<IDialogService, GuardedDialogs>();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, ConsoleLocalizer>();
        services.AddScoped<ConsoleDialogs>();
        services.AddScoped<ConsoleToasts>();
        services.AddScoped<FieldReader>();
        services.AddScoped<ScriptModules>();
        services.AddScoped<TabStorage>();
        services.AddScoped<ViewerZone>();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Shows the "not found" page to someone who opened a page; everything else keeps the bare status it was answered with.</summary>
    public static void UseNotFoundPage(this IApplicationBuilder app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            var opensPage = PageRequests.IsForPage(context)
                && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
            if (!opensPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
    }

    public static void MapConsoleComponents(this IEndpointRouteBuilder routes)
    {
        LibraryFailures.SendToLog(routes.ServiceProvider.GetRequiredService<ILoggerFactory>());
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // One compressed frame may hold a secret beside text that someone else chose: its length would tell (CRIME).
            options.DisableWebSocketCompression = true;
            options.ContentSecurityFrameAncestorsPolicy = "'none'";
        });
    }
}
