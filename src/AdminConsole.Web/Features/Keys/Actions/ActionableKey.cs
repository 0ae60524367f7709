using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.LookUp;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Organizations;

namespace AdminConsole.Web.Features.Keys.Actions;

/// <summary>What the actions on a key must know of it, and which of them this operator is offered.</summary>
public sealed record ActionableKey(KeyTarget Target, string Name, bool CanEdit, bool CanDisable, bool CanEnable, bool CanRevoke)
{
    public IReadOnlyList<KeyAction> Allowed => [.. Enum.GetValues<KeyAction>().Where(Allows)];

    public static ActionableKey Of(KeySummary key, OrganizationRights access) =>
        Of(new(access.Id, key.Id), key.Name, key.Kind, key.Status, access.MayWrite, access.MayRevoke);

    public static ActionableKey Of(KeyDetails key, OrganizationRights access) =>
        Of(key.Target, key.Settings.Name, key.Kind, key.Status, access.MayWrite, access.MayRevoke);

    /// <summary>Where keys are looked up, revoking is all there is to do.</summary>
    public static ActionableKey Of(FoundKey key, bool mayRevoke) =>
        Of(key.Target, key.Name, key.Kind, key.Status, mayWrite: false, mayRevoke);

    private static ActionableKey Of(
        KeyTarget target, string name, KeyKind kind, KeyStatus status, bool mayWrite, bool mayRevoke)
    {
        // A revoked key never changes again, and a managed one is the system's.
        var changes = status is not KeyStatus.Revoked && kind is not KeyKind.Managed;
        return new(
            target,
            name,
            CanEdit: changes && mayWrite,
            CanDisable: changes && mayWrite && status is not KeyStatus.Disabled,
            CanEnable: changes && mayWrite && status is KeyStatus.Disabled,
            CanRevoke: changes && mayRevoke);
    }

    private bool Allows(KeyAction action) => action switch
    {
        KeyAction.Edit => CanEdit,
        KeyAction.Disable => CanDisable,
        KeyAction.Enable => CanEnable,
        _ => CanRevoke,
    };
}
