using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Adds a user or a team. Of what Stack knows about them only the name is kept.</summary>
internal static class CreateOwnerEndpoint
{
    public static Task<IResult> CreateUserAsync(
        VendorBody<StackNewUser> body, HttpContext http, OwnerEditor editor, CancellationToken cancellation) =>
        AddAsync(http, editor, body.Value.DisplayName ?? body.Value.PrimaryEmail ?? "User", creator: null, cancellation);

    /// <summary>The user who makes a team is its member from then on.</summary>
    public static async Task<IResult> CreateTeamAsync(
        VendorBody<StackNewTeam> body, HttpContext http, OwnerEditor editor, StackOwners owners, CancellationToken cancellation)
    {
        if (body.Value.DisplayName is not { } name)
        {
            return StackError.Schema(http.Request, $"body.{StackFields.DisplayName} must be defined");
        }

        var creator = body.Value.CreatorUserId is { } id ? await owners.FindAsync(http, OwnerKind.User, id, cancellation) : null;
        return body.Value.CreatorUserId is not null && creator is null
            ? StackError.UserNotFound
            : await AddAsync(http, editor, name, creator, cancellation);
    }

    private static async Task<IResult> AddAsync(HttpContext http, OwnerEditor editor, string name, Owner? creator, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var settings = new OwnerSettings(http.StackKeyType().Owner, $"{Guid.NewGuid()}", name);
        var added = await editor.CreateAsync(caller.Actor, new(caller.OrganizationId, settings) { CreatorId = creator?.Id }, cancellation);
        return added.Succeeded ? StackOwner.Answer(added.Value, StatusCodes.Status201Created) : ApiProblem.Of(added.Failures);
    }
}

/// <summary>A user to add.</summary>
internal sealed record StackNewUser
{
    public string? DisplayName { get; init; }

    /// <summary>The name of a user without another.</summary>
    public string? PrimaryEmail { get; init; }
}

/// <summary>A team to add.</summary>
internal sealed record StackNewTeam
{
    public string? DisplayName { get; init; }

    public string? CreatorUserId { get; init; }
}
