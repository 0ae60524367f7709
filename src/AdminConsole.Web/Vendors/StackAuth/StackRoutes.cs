using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Stack's API for keys of users and of teams, and as much about users and teams as its client needs to use it.</summary>
internal static class StackRoutes
{
    public const string Scheme = "Stack";

    private const string Users = "/users";
    private const string Teams = "/teams";

    public static void MapStack(this IEndpointRouteBuilder routes)
    {
        var stack = routes.MapVendor("/stack", StackErrors.Form, VendorJson.SnakeCase, Scheme)
            .AddEndpointFilter(new StackProjectFilter()).AddEndpointFilter(new ReadableRequestFilter());
        foreach (var version in new[] { "/api/v1", "/api/latest" })
        {
            var api = stack.MapGroup(version);
            api.MapKeys(StackKeyType.User);
            api.MapKeys(StackKeyType.Team);
            api.MapOwners(Users, StackKeyType.User).MapPost(Users, CreateOwnerEndpoint.CreateUserAsync);
            api.MapOwners(Teams, StackKeyType.Team).MapPost(Teams, CreateOwnerEndpoint.CreateTeamAsync);
        }
    }

    private static void MapKeys(this IEndpointRouteBuilder stack, StackKeyType type)
    {
        var list = $"/{type.Name}-api-keys";
        var one = $"{list}/{{id}}";
        var check = $"{list}/check";
        var keys = stack.MapGroup("").WithMetadata(type);
        keys.MapGet(list, ReadKeyEndpoint.ListAsync);
        keys.MapPost(list, CreateKeyEndpoint.AnswerAsync);
        keys.MapOtherMethods(list, HttpMethods.Get, HttpMethods.Post);
        keys.MapPost(check, VerifyKeyEndpoint.AnswerAsync);
        keys.MapOtherMethods(check, HttpMethods.Post);
        keys.MapGet(one, ReadKeyEndpoint.GetAsync);
        keys.MapPatch(one, EditKeyEndpoint.AnswerAsync);
        keys.MapOtherMethods(one, HttpMethods.Get, HttpMethods.Patch);
    }

    /// <summary>Maps all but the way that owners of this type are made, and gives the group that it belongs to.</summary>
    private static RouteGroupBuilder MapOwners(this IEndpointRouteBuilder stack, string list, StackKeyType type)
    {
        var one = $"{list}/{{id}}";
        var owners = stack.MapGroup("").WithMetadata(type);
        owners.MapGet(list, ReadOwnerEndpoint.ListAsync);
        owners.MapOtherMethods(list, HttpMethods.Get, HttpMethods.Post);
        owners.MapGet(one, ReadOwnerEndpoint.GetAsync);
        owners.MapOtherMethods(one, HttpMethods.Get);
        return owners;
    }
}
