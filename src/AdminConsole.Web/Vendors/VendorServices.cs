using AdminConsole.Web.Vendors.Algolia;

namespace AdminConsole.Web.Vendors;

internal static class VendorServices
{
    public static IServiceCollection AddVendors(this IServiceCollection services) => services
        .AddSingleton<VendorKeys>()
        .AddSingleton<AlgoliaKeys>();
}
