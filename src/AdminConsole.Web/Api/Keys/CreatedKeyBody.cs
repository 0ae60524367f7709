using System.Text.Json.Serialization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>A key just created.</summary>
/// <param name="Secret">Its only copy; left out when the request was repeated.</param>
internal sealed record CreatedKeyBody(
    Id<ApiKey> Id, string Name, string Hint, int Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret)
{
    private const int FirstVersion = 1;

    public static CreatedKeyBody Of(CreatedOnce key) => new(key.Id, key.Name, key.Hint, FirstVersion, key.Secret?.Reveal());

    // A record would print the secret.
    public override string ToString() => $"{Id} …{Hint}";
}
