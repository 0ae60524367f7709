using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Lets a key that is no admin's read itself, without its description, which Algolia keeps to admins. It may ask for nothing else.</summary>
internal sealed class AlgoliaOwnKeyFilter : IEndpointFilter
{
    private const string Redacted = "<redacted>";

    private static readonly ApiProblem AdminsOnly = ApiProblem.Of([KeyFailures.MayNotRead]);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var secret = AlgoliaCredentials.KeyOf(http.Request);
        var own = await services.GetRequiredService<OwnKeyReader>().ReadAsync(secret, RequestAddress.Of(http), http.Request.Headers.Referer, http.RequestAborted);
        return own is not null && AlgoliaCredentials.NamesApplication(http.Request, own.Organization)
            ? services.GetRequiredService<RequestBudget>().Spend(http, own.Row) ?? Answer(http, secret, own.Details)
            : await next(context);
    }

    private static IResult Answer(HttpContext http, string secret, KeyDetails own)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().Now();
        var name = http.GetRouteValue("key") as string;
        return HttpMethods.IsGet(http.Request.Method) && name is not null && (name == secret || name == VendorKeyId.Of(own.Id))
            ? VendorJson.CamelCase.Answer(AlgoliaKey.Of(own, now, name) with { Description = Redacted })
            : AdminsOnly;
    }
}
