using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Web.Features.Keys.Form;

namespace AdminConsole.Web.Features.Keys.Editing;

/// <summary>What stood in a key's form and was not saved. It holds no secret: a key has one only after it was saved.</summary>
/// <param name="Key">Null for a new key.</param>
/// <param name="Version">Of the key that the form was opened with.</param>
/// <param name="Start">What the draft was made from.</param>
public sealed record KeyDraft(
    Id<Organization> Organization,
    Id<ApiKey>? Key,
    int Version,
    KeyKind Kind,
    SecretEnvironment Environment,
    KeySettings Start,
    KeySettings Settings)
{
    public KeyForm ToForm() => new(Start, Kind, Settings);

    /// <param name="target">Null for a new key.</param>
    public static KeyDraft Of(KeyForm form, Id<Organization> organization, KeyTarget? target = null, int version = 0) =>
        new(organization, target?.KeyId, version, form.Kind, default, form.Start, form.Draft);
}
