using System.Security.Claims;
using System.Text.Json;

namespace AdminConsole.Client;

/// <summary>The claims of a request that a key let in. Its name is the key's, its <see cref="ClaimTypes.NameIdentifier"/> the key's id.</summary>
public static class AdminConsoleKeyClaims
{
    /// <summary>One for each scope of the key.</summary>
    public const string Scope = "scope";

    /// <summary>Who the key acts for, by the id that the service knows it by.</summary>
    public const string Owner = "owner";

    public const string OwnerId = "owner_id";
    public const string OwnerKind = "owner_kind";

    /// <summary>
    /// What the members of the key's own claims begin with, <c>key_claim:plan</c>: whoever edits those cannot give a key the claims above, nor a
    /// role.
    /// </summary>
    public const string Prefix = "key_claim:";

    internal static ClaimsPrincipal Principal(AdminConsoleKey key) => new(new ClaimsIdentity(Of(key), AdminConsoleKeyDefaults.Scheme));

    private static IEnumerable<Claim> Of(AdminConsoleKey key) =>
    [
        new(ClaimTypes.NameIdentifier, key.Id),
        new(ClaimTypes.Name, key.Name),
        .. key.Scopes.Select(scope => new Claim(Scope, scope)),
        .. key.Owner is { } owner ? new Claim[] { new(Owner, owner.ExternalId), new(OwnerId, owner.Id), new(OwnerKind, owner.Kind) } : [],
        .. key.Claims is { ValueKind: JsonValueKind.Object } claims ? claims.EnumerateObject().SelectMany(Of) : [],
    ];

    private static IEnumerable<Claim> Of(JsonProperty member) => member.Value.ValueKind is JsonValueKind.Array
        ? member.Value.EnumerateArray().Select(value => Of(member.Name, value))
        : [Of(member.Name, member.Value)];

    private static Claim Of(string name, JsonElement value) =>
        new(Prefix + name, value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText());
}
