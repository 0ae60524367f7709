using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Vendors.Algolia;
using AdminConsole.Web.Vendors.StackAuth;

namespace AdminConsole.Web.Vendors;

internal static class VendorServices
{
    public static void AddVendors(this IServiceCollection services)
    {
        services.AddSingleton<VendorKeys>().AddSingleton<AlgoliaKeys>().AddSingleton<StackOwners>();
        services.AddAuthentication()
            .AddManagementKeys(StackRoutes.Scheme, options => options.SecretOf = StackHeaders.SecretOf)
            .AddManagementKeys(AlgoliaRoutes.Scheme, options =>
            {
                options.SecretOf = AlgoliaCredentials.KeyOf;
                options.TakesOtherKey = AlgoliaOwnKey.IsShownAsync;
            });
    }
}
