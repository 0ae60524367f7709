using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Algolia's API for keys. Its client for .NET takes no path in its base address, so it is at the root as well.</summary>
internal static class AlgoliaRoutes
{
    public const string Scheme = "Algolia";

    private const string Version = "/1";
    private const string List = "/keys";
    private const string One = $"{List}/{{key}}";
    private const string Restore = $"{One}/restore";

    public static void MapAlgolia(this IEndpointRouteBuilder routes)
    {
        routes.MapApplication("/algolia").MapGroup(Version).MapKeys();
        routes.MapApplication(Version).MapKeys();
    }

    private static RouteGroupBuilder MapApplication(this IEndpointRouteBuilder routes, string prefix) =>
        routes.MapGroup("").AddEndpointFilter(new AlgoliaOwnKeyFilter())
            .MapVendor(prefix, AlgoliaErrors.Form, VendorJson.CamelCase, Scheme)
            .AddEndpointFilter(new AlgoliaApplicationFilter()).AddEndpointFilter(new ReadableRequestFilter());

    private static void MapKeys(this IEndpointRouteBuilder algolia)
    {
        algolia.MapGet(List, ReadKeyEndpoint.ListAsync);
        algolia.MapPost(List, CreateKeyEndpoint.AnswerAsync);
        algolia.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        algolia.MapGet(One, ReadKeyEndpoint.GetAsync);
        algolia.MapPut(One, EditKeyEndpoint.AnswerAsync);
        algolia.MapDelete(One, DeleteKeyEndpoint.DeleteAsync);
        algolia.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Put, HttpMethods.Delete);
        algolia.MapPost(Restore, DeleteKeyEndpoint.RestoreAsync);
        algolia.MapOtherMethods(Restore, HttpMethods.Post);
    }
}
