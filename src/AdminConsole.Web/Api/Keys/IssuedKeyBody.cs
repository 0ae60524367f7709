using AdminConsole.Keys;

namespace AdminConsole.Web.Api.Keys;

/// <summary>A key just created, with the only copy of its secret.</summary>
internal sealed record IssuedKeyBody(Id<ApiKey> Id, string Name, string Hint, int Version, string Secret)
{
    public static IssuedKeyBody Of(IssuedKey key) => new(key.Id, key.Name, key.Secret.Hint, key.Version, key.Secret.Reveal());

    // A record would print the secret.
    public override string ToString() => $"{Id} …{Hint}";
}
