using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>The expiry: any date, or one of the usual spans with a click. Spans that the organization forbids cannot be chosen.</summary>
public sealed partial class KeyExpiryField(ViewerZone zone)
{
    /// <summary>What a new key gets unless somebody chooses: long enough to plan for, short enough to be planned.</summary>
    private const int UsualDays = 90;

    private static readonly int[] UsualSpans = [30, UsualDays, 180, 365];

    [Parameter, EditorRequired] public required KeyForm Form { get; set; }

    [Parameter, EditorRequired] public required KeyRules Rules { get; set; }

    // The longest that is allowed is what most will want.
    private IEnumerable<int> Presets => Rules.MaxLifetimeDays is { } longest and <= 365 ? UsualSpans.Append(longest).Distinct().Order() : UsualSpans;

    public static int UsualDaysUnder(KeyRules rules) => Math.Min(UsualDays, rules.MaxLifetimeDays ?? UsualDays);

    private void Set(DateTimeOffset? expiry) => Form.Set(KeyFields.ExpiresAt, Form.Draft with { ExpiresAt = expiry });
}
