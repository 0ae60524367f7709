using AdminConsole.Web.Vendors.Clerk;

namespace AdminConsole.Web.Vendors;

internal static class VendorServices
{
    public static IServiceCollection AddVendors(this IServiceCollection services) => services.AddSingleton<ClerkAnswers>();
}
