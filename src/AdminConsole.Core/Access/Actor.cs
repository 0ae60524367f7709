using System.Collections.Frozen;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Access;

public enum ActorKind
{
    Operator,
    ManagementKey,
    System,
}

/// <summary>
/// Whoever makes a change: an operator, a management key, or the console itself. Every use case takes one and asks it; none
/// looks up who is signed in. Rights are those of the moment the actor was made, so callers make a new one for each action.
/// </summary>
public sealed class Actor
{
    private readonly FrozenSet<Permission> _everywhere;
    private readonly FrozenDictionary<Id<Organization>, FrozenSet<Permission>> _perOrganization;

    private Actor(
        ActorKind kind,
        string id,
        string name,
        FrozenSet<Permission> everywhere,
        FrozenDictionary<Id<Organization>, FrozenSet<Permission>> perOrganization)
    {
        (Kind, Id, Name) = (kind, id, name);
        (_everywhere, _perOrganization) = (everywhere, perOrganization);
    }

    /// <summary>The console itself: commands at the console's own machine, and its background work.</summary>
    public static Actor System { get; } = new(
        ActorKind.System, "system", "System", Enum.GetValues<Permission>().ToFrozenSet(), NoOrganizations);

    /// <summary>Somebody whose session has ended: may do nothing.</summary>
    public static Actor Nobody { get; } = new(ActorKind.Operator, "nobody", "Nobody", [], NoOrganizations);

    public ActorKind Kind { get; }

    /// <summary>The id of the operator or key, as it is shown.</summary>
    public string Id { get; }

    public string Name { get; }

    /// <summary>Where the request came from, for the audit; null when that has no meaning.</summary>
    public string? Address { get; init; }

    /// <summary>The row of the management key, by which usage names it; 0 for others.</summary>
    public long KeyRow { get; private init; }

    private static FrozenDictionary<Id<Organization>, FrozenSet<Permission>> NoOrganizations =>
        FrozenDictionary<Id<Organization>, FrozenSet<Permission>>.Empty;

    /// <summary>A person, with what they may do everywhere and in each of their organizations.</summary>
    internal static Actor ForPerson(
        string id, string name, FrozenSet<Permission> everywhere, FrozenDictionary<Id<Organization>, FrozenSet<Permission>> perOrganization) =>
        new(ActorKind.Operator, id, name, everywhere, perOrganization);

    /// <summary>A management key, by its id as it is shown.</summary>
    public static Actor ForManagementKey(
        string keyId, string name, Id<Organization> organization, IEnumerable<string> scopes, long keyRow = 0)
    {
        var permitted = ManagementScopes.Permitted(scopes).ToFrozenSet();
        return new(ActorKind.ManagementKey, keyId, name, [], FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create(organization, permitted)]))
        {
            KeyRow = keyRow,
        };
    }

    /// <summary>The same actor, in a request from this address.</summary>
    public Actor At(string? address) => new(Kind, Id, Name, _everywhere, _perOrganization) { Address = address, KeyRow = KeyRow };

    public bool Can(Permission permission, Id<Organization> organization) =>
        _everywhere.Contains(permission) || Permitted(organization).Contains(permission);

    /// <summary>Whether the actor may do anything at all, anywhere.</summary>
    public bool HasRole => _everywhere.Count > 0 || _perOrganization.Values.Any(permissions => permissions.Count > 0);

    /// <summary>Whether the organization exists for the actor at all: it may do at least one thing there.</summary>
    public bool Knows(Id<Organization> organization) => _everywhere.Count > 0 || Permitted(organization).Count > 0;

    private FrozenSet<Permission> Permitted(Id<Organization> organization) =>
        _perOrganization.GetValueOrDefault(organization, FrozenSet<Permission>.Empty);
}
