using AdminConsole.Core.Policies;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>What a key may be used on, and how much.</summary>
public sealed partial class KeyLimitFields
{
    [Parameter, EditorRequired] public required KeyForm Form { get; set; }

    private KeyLimits Limits => Form.Draft.Limits;

    private void Set(string field, KeyLimits limits) => Form.Set(field, Form.Draft with { Limits = limits });

    // What no int holds is out of the limits' range as well: the check says so.
    private static int? Fit(long? count) => count is { } given ? (int)Math.Clamp(given, int.MinValue, int.MaxValue) : null;
}
