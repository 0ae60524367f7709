using AdminConsole.Keys;
using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>The expiry: any date, or one of the usual spans with a click.</summary>
public sealed partial class KeyExpiryField(ViewerZone zone)
{
    /// <summary>What a new key gets unless somebody chooses: long enough to plan for, short enough to be planned.</summary>
    public const int UsualDays = 90;

    private static readonly int[] Presets = [30, UsualDays, 180, 365];

    [Parameter, EditorRequired] public required KeyForm Form { get; set; }

    private void Set(DateTimeOffset? expiry) => Form.Set(KeyFields.ExpiresAt, Form.Draft with { ExpiresAt = expiry });
}
