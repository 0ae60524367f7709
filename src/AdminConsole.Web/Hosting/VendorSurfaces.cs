using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Vendors;
using AdminConsole.Web.Vendors.Algolia;
using AdminConsole.Web.Vendors.Clerk;
using AdminConsole.Web.Vendors.Nirvana;
using AdminConsole.Web.Vendors.StackAuth;

namespace AdminConsole.Web.Hosting;

/// <summary>
/// The wire formats of other vendors of keys: their clients work here with another base address and a management key. They translate, and hold no
/// rule of their own.
/// </summary>
internal static class VendorSurfaces
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

    public static void MapVendors(this IEndpointRouteBuilder routes)
    {
        routes.MapClerk();
        routes.MapNirvana();
        routes.MapAlgolia();
        routes.MapStack();
    }
}
