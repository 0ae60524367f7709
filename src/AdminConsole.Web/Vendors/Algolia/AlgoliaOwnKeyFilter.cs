using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Lets a key that is no admin's read itself, without its description, which Algolia keeps to admins. It may ask for nothing else.</summary>
internal sealed class AlgoliaOwnKeyFilter : IEndpointFilter
{
    private const string Redacted = "<redacted>";

    private static readonly ApiProblem AdminsOnly = ApiProblem.Of([KeyFailures.MayNotRead]);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<OwnKey>() is not { } own)
        {
            return next(context);
        }

        var spent = http.RequestServices.GetRequiredService<ApiRateLimiter>().TryAcquire(http, own.Row);
        return ValueTask.FromResult<object?>(spent ?? Answer(http, own.Details));
    }

    private static IResult Answer(HttpContext http, KeyDetails own)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().Now();
        return HttpMethods.IsGet(http.Request.Method)
            && http.GetRouteValue("key") is string name
            && (name == AlgoliaCredentials.KeyOf(http.Request) || name == VendorKeyId.Of(own.Id))
            ? VendorJson.CamelCase.Answer(AlgoliaKey.Of(own, now, name) with { Description = Redacted })
            : AdminsOnly;
    }
}
