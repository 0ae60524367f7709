using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.LookUp;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Organizations;

namespace AdminConsole.Web.Features.Keys.Actions;

/// <summary>What the actions on a key must know of it, and which of them this operator is offered.</summary>
public sealed record ActionableKey(KeyTarget Target, string Name, IReadOnlyList<KeyAction> Allowed)
{
    public static ActionableKey Of(KeySummary key, OrganizationRights access) =>
        Of(new(access.Id, key.Id), key.Name, key.Kind, key.Status, access.MayWrite, access.MayRevoke);

    public static ActionableKey Of(KeyDetails key, OrganizationRights access)
    {
        var actionable = Of(key.Target, key.Settings.Name, key.Kind, key.Status, access.MayWrite, access.MayRevoke);
        return key.ReplacedBy is null
            ? actionable
            : actionable with { Allowed = [.. actionable.Allowed.Where(action => action is not KeyAction.Rotate)] };
    }

    /// <summary>Where keys are looked up, revoking is all there is to do.</summary>
    public static ActionableKey Of(FoundKey key, bool mayRevoke) =>
        Of(key.Target, key.Name, key.Kind, key.Status, mayWrite: false, mayRevoke);

    public bool Allows(KeyAction action) => Allowed.Contains(action);

    // The system alone acts on a managed key.
    private static ActionableKey Of(KeyTarget target, string name, KeyKind kind, KeyStatus status, bool mayWrite, bool mayRevoke)
    {
        var possible = kind is KeyKind.Managed ? [] : Enum.GetValues<KeyAction>().Where(action => Fits(action, status));
        return new(target, name, [.. possible.Where(action => action is KeyAction.Revoke ? mayRevoke : mayWrite)]);
    }

    // A revoked key never changes again. Rotating must not make a valid key of one that is none.
    private static bool Fits(KeyAction action, KeyStatus status) => action switch
    {
        KeyAction.Duplicate => true,
        KeyAction.Delete => status is KeyStatus.Revoked,
        KeyAction.Enable => status is KeyStatus.Disabled,
        KeyAction.Rotate => status is KeyStatus.Active or KeyStatus.Expiring or KeyStatus.Scheduled,
        KeyAction.Disable => status is not (KeyStatus.Revoked or KeyStatus.Disabled),
        _ => status is not KeyStatus.Revoked,
    };
}
