using System.Collections.Frozen;
using AdminConsole.Core.Access;
using AdminConsole.Core.Text;
using Microsoft.AspNetCore.Identity;

namespace AdminConsole.Core.Operators;

/// <summary>A person who signs in to the console.</summary>
public sealed class Operator : IdentityUser<Guid>, IIdentified
{
    public const int DisplayNameMaxLength = 100;

    public static string IdPrefix => "opr_";

    public required string DisplayName { get; set; }

    /// <summary>Support staff: may find and revoke keys of every organization, and nothing else there.</summary>
    public bool IsSupport { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often in a row the account was locked; each time it stays locked for longer.</summary>
    public int LockoutsInARow { get; set; }

    public List<Membership> Memberships { get; } = [];

    public string ShownId => new Id<Operator>(Id).ToString();

    /// <summary>The operator as who acts, with these roles.</summary>
    public Actor ToActor(IEnumerable<Membership> memberships, string? address = null) => Actor
        .ForPerson(
            ShownId,
            DisplayName,
            IsSupport ? OperatorRoles.Support : [],
            memberships.ToFrozenDictionary(membership => membership.OrganizationId, membership => membership.Role.Permissions()))
        .At(address);
}
