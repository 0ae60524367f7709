using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>
/// What stands in the fields of a key's form, and what it was made from. The fields change the draft; the console is sent either
/// the whole (a new key) or a patch of what differs (an edit).
/// </summary>
public sealed class KeyForm(KeySettings start, KeyKind kind, KeySettings? draft = null)
{
    private KeyKind _kind = kind;

    /// <summary>What the draft was made from, as the fields show it.</summary>
    public KeySettings Start { get; } = Shown(start);

    public KeySettings Draft { get; private set; } = Shown(draft ?? start);

    public KeyFaults Faults { get; private set; } = KeyFaults.None;

    public bool ReadOnly { get; set; }

    /// <summary>Raised after each change, so that the dialog around the fields follows.</summary>
    public Action? Changed { get; set; }

    public bool IsDirty => KeyDiff.Between(Start, Draft).Count > 0;

    /// <summary>Service and management keys have scopes of different worlds: another kind starts without any.</summary>
    public KeyKind Kind
    {
        get => _kind;
        set
        {
            if (_kind != value)
            {
                _kind = value;
                Set(KeyFields.Scopes, Draft with { Scopes = [] });
            }
        }
    }

    /// <summary>Only what was changed: the rest stays, whoever may have changed it meanwhile.</summary>
    public KeyPatch Patch() => KeyPatch.Between(Start, Draft);

    /// <summary>A field was changed; what was said against it is about the past.</summary>
    public void Set(string field, KeySettings draft)
    {
        Draft = draft;
        Faults = Faults.Without(field);
        Changed?.Invoke();
    }

    public void Refuse(IReadOnlyList<Failure> failures) => Faults = new(failures, Draft);

    /// <summary>The settings as the fields show them: claims laid out for reading.</summary>
    public static KeySettings Shown(KeySettings settings) => settings with
    {
        Claims = settings.Claims is { } claims && JsonObjectText.Canonical(claims).Succeeded ? JsonObjectText.Indented(claims) : settings.Claims,
    };
}
