using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Stack's API for keys of users and of teams, and as much about users and teams as its client needs to use it.</summary>
internal static class StackRoutes
{
    public const string Scheme = "Stack";

    /// <summary>What stands before the vendor's own addresses.</summary>
    public const string Prefix = "/stack";

    private const string Users = "/users";
    private const string Teams = "/teams";

    public static void MapStack(this IEndpointRouteBuilder routes)
    {
        var stack = routes.MapVendor(Prefix, StackErrors.Form, VendorJson.SnakeCase, Scheme)
            .AddEndpointFilter(new StackProjectFilter())
            .AddEndpointFilter(new StackParametersFilter())
            .AddEndpointFilter(new ReadableRequestFilter());
        foreach (var version in new[] { "/api/v1", "/api/latest" })
        {
            var api = stack.MapGroup(version);
            api.MapKeys(StackKeyType.User);
            api.MapKeys(StackKeyType.Team);
            api.MapOwners(Users, StackKeyType.User, StackParameters.OfUsers)
                .MapPost(Users, CreateOwnerEndpoint.CreateUserAsync).WithMetadata(StackParameters.None);
            api.MapOwners(Teams, StackKeyType.Team, StackParameters.OfTeams)
                .MapPost(Teams, CreateOwnerEndpoint.CreateTeamAsync).WithMetadata(StackParameters.None);
        }
    }

    private static void MapKeys(this IEndpointRouteBuilder stack, StackKeyType type)
    {
        var list = $"/{type.Name}-api-keys";
        var one = $"{list}/{{id}}";
        var check = $"{list}/check";
        var keys = stack.MapGroup("").WithMetadata(type);
        var byOwner = new StackParameters(type.OwnerField);
        keys.MapGet(list, ReadKeyEndpoint.ListAsync).WithMetadata(byOwner);
        keys.MapPost(list, CreateKeyEndpoint.AnswerAsync).WithMetadata(StackParameters.None);
        keys.MapOtherMethods(list, HttpMethods.Get, HttpMethods.Post);
        keys.MapPost(check, VerifyKeyEndpoint.AnswerAsync).WithMetadata(StackParameters.None);
        keys.MapOtherMethods(check, HttpMethods.Post);
        keys.MapGet(one, ReadKeyEndpoint.GetAsync).WithMetadata(byOwner);
        keys.MapPatch(one, EditKeyEndpoint.AnswerAsync).WithMetadata(byOwner);
        keys.MapOtherMethods(one, HttpMethods.Get, HttpMethods.Patch);
    }

    /// <summary>Maps all but the way that owners of this type are made, and gives the group that it belongs to.</summary>
    private static RouteGroupBuilder MapOwners(this IEndpointRouteBuilder stack, string list, StackKeyType type, StackParameters listed)
    {
        var one = $"{list}/{{id}}";
        var owners = stack.MapGroup("").WithMetadata(type);
        owners.MapGet(list, ReadOwnerEndpoint.ListAsync).WithMetadata(listed);
        owners.MapOtherMethods(list, HttpMethods.Get, HttpMethods.Post);
        owners.MapGet(one, ReadOwnerEndpoint.GetAsync).WithMetadata(StackParameters.None);
        owners.MapOtherMethods(one, HttpMethods.Get);
        return owners;
    }
}
