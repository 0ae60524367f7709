using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors;

/// <summary>What holds for the routes of every vendor.</summary>
internal static class VendorRoutes
{
    private static readonly ApiProblem NothingThere = new(StatusCodes.Status404NotFound, "route.not_found", "There is nothing at this address.");

    /// <summary>
    /// The group of a vendor's routes: open to programs alone, and answering every problem in the vendor's form. Every caller must be allowed to read
    /// keys: the vendors answer a change with the key, and a change must not be told as refused when it was made.
    /// </summary>
    /// <param name="routes">Where to map them.</param>
    /// <param name="prefix">What the base address of the vendor's client is set to.</param>
    /// <param name="form">The vendor's form of a problem.</param>
    /// <param name="json">How it names the members of bodies.</param>
    /// <param name="scheme">How its client shows the management key, which stands where the vendor's own server key would.</param>
    public static RouteGroupBuilder MapVendor(
        this IEndpointRouteBuilder routes, string prefix, ProblemFormat form, VendorJson json, string scheme = ManagementKeyScheme.Bearer)
    {
        var vendor = routes.MapGroup(prefix).DisableAntiforgery().WithMetadata(form, json)
            .RequireManagementKey(scheme)
            .RequireScope(ManagementScopes.ReadKeys, KeyFailures.MayNotRead)
            .CountRequests();
        vendor.MapRest("{**path}", NothingThere);
        return vendor;
    }
}
