using AdminConsole.Core.LookUp;
using AdminConsole.Web.Paths;
using Microsoft.AspNetCore.Http.Extensions;

namespace AdminConsole.Web.Security;

/// <summary>
/// Opens a page without what it is to be searched for, where that is no plain text: a link may hold a secret, and a redirect leaves no history entry.
/// Stands before authentication, which would repeat the address.
/// </summary>
internal static class SafeSearch
{
    public static IApplicationBuilder UseSafeSearch(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var isSafe = !request.Query.TryGetValue(AppRoutes.SearchParameter, out var sought)
            || sought.All(text => SearchText.KindOf(text) is SearchTextKind.Plain);
        if (isSafe || !PageRequests.IsForPage(context))
        {
            return next(context);
        }

        var kept = request.Query.Where(parameter => !IsSearch(parameter.Key));
        context.Response.Redirect(request.PathBase + request.Path + new QueryBuilder(kept).ToQueryString());
        return Task.CompletedTask;
    });

    // Names of parameters have no case for the pages that read them.
    private static bool IsSearch(string parameter) =>
        string.Equals(parameter, AppRoutes.SearchParameter, StringComparison.OrdinalIgnoreCase);
}
