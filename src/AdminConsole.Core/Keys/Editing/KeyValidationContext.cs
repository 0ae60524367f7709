using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>What the check must know about the world.</summary>
/// <param name="Now">Starts and expiries are compared with it.</param>
/// <param name="Kind">A management key's scopes are those of the console's API.</param>
/// <param name="KnownProjects">The organization's projects among those named.</param>
/// <param name="KnownOwners">The organization's owners among those named.</param>
/// <param name="ScopeCatalogue">The scopes that the organization allows; empty = any well-formed one.</param>
/// <param name="Previous">
/// The settings before an edit; what stays as it was is not judged again by the clock, the catalogue or the organization's rules.
/// </param>
public sealed record KeyValidationContext(
    DateTimeOffset Now,
    KeyKind Kind,
    IReadOnlySet<Id<Project>> KnownProjects,
    IReadOnlySet<Id<Owner>> KnownOwners,
    IReadOnlySet<string> ScopeCatalogue,
    KeySettings? Previous = null)
{
    /// <summary>When the key was made; a new one is made now.</summary>
    public DateTimeOffset MadeAt { get; init; } = Now;

    /// <summary>What the organization demands of its keys.</summary>
    public KeyRules Rules { get; init; } = KeyRules.None;

    /// <summary>What the vendor accepts whose surface asks.</summary>
    public VendorExemptions Exemptions { get; init; } = VendorExemptions.None;

    /// <summary>Whether a key may have the scope, or keeps it from before.</summary>
    internal bool Allows(string scope) => Kind is KeyKind.Management
        ? ManagementScopes.IsKnown(scope)
        : ScopeCatalogue.Count == 0
            || ScopeCatalogue.Contains(scope)
            || Previous?.Scopes.Contains(scope, StringComparer.Ordinal) == true;

    internal string UnknownScope(string scope) => Kind is KeyKind.Management
        ? $"A management key cannot have the scope “{scope}”. Choose from: {string.Join(", ", ManagementScopes.All)}."
        : $"The organization's catalogue has no scope “{scope}”. Choose one from the list, or have it added to the catalogue.";
}
