using AdminConsole.Web.Vendors.Algolia;
using AdminConsole.Web.Vendors.StackAuth;

namespace AdminConsole.Web.Vendors;

internal static class VendorServices
{
    public static IServiceCollection AddVendors(this IServiceCollection services) => services
        .AddSingleton<VendorKeys>()
        .AddSingleton<AlgoliaKeys>()
        .AddSingleton<StackOwners>();
}
