namespace AdminConsole.Web.Features.ApiReference;

internal static class ViewerServices
{
    public static IServiceCollection AddViewerFiles(this IServiceCollection services) => services.AddSingleton<ViewerFiles>();

    public static void MapViewerFiles(this IEndpointRouteBuilder routes) => ViewerFiles.Map(routes);
}
