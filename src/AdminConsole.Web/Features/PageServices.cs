using AdminConsole.Web.Features.ApiReference;
using AdminConsole.Web.Features.Keys;
using AdminConsole.Web.Features.LookUp;
using AdminConsole.Web.Features.Organizations;

namespace AdminConsole.Web.Features;

internal static class PageServices
{
    public static IServiceCollection AddConsolePages(this IServiceCollection services) =>
        services.AddScoped<CurrentOrganization>().AddScoped<SearchHandover>().AddKeyDialogs().AddViewerFiles();
}
