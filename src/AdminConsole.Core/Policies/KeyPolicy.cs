using System.Collections.Frozen;
using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Core.Policies;

/// <summary>
/// Everything that decides what a key may do, compiled for looking up. It never changes: an edit makes a new policy with the next version,
/// so a decision taken while an edit runs follows wholly the old rules or wholly the new.
/// </summary>
public sealed record KeyPolicy
{
    /// <summary>Grows by one with each change of the key; a decision names it.</summary>
    public required int Version
    {
        get;
        init
        {
            field = value;
            Passed = Decision.Valid(value);
        }
    }

    /// <summary>The reversible switch. Required, so that forgetting it cannot turn a disabled key on.</summary>
    public required bool Enabled { get; init; }

    /// <summary>When the key was revoked. Whatever the clock says, a key once revoked stays so.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public bool OrganizationSuspended { get; init; }

    /// <summary>The first instant of use; none = at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The first instant of no use; none = never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public SourceIpRules SourceIps { get; init; } = SourceIpRules.Any;

    /// <summary>What the key may be asked for, compared by character. Without scopes the key passes only requests that ask for none.</summary>
    public IReadOnlyList<string> Scopes
    {
        get;
        init
        {
            field = [.. value];
            ScopeSet = value.ToFrozenSet(StringComparer.Ordinal);
        }
    } = [];

    /// <summary>Empty = every project of the organization.</summary>
    public IReadOnlySet<Guid> Projects
    {
        get;
        init => field = value.ToFrozenSet();
    } = FrozenSet<Guid>.Empty;

    /// <summary>Empty = any resource. Compared by character.</summary>
    public IReadOnlyList<WildcardPattern> Resources
    {
        get;
        init => field = value.Count == 0 ? [] : [.. value];
    } = [];

    /// <summary>Empty = any referrer. Compared without regard to case, as host names are.</summary>
    public IReadOnlyList<WildcardPattern> Referrers
    {
        get;
        init => field = value.Count == 0 ? [] : [.. value];
    } = [];

    public KeyLimits Limits { get; init; } = KeyLimits.None;

    /// <summary>What this policy was narrowed from, when it is a secured key's.</summary>
    internal KeyRestriction? Restriction { get; init; }

    /// <summary><see cref="Scopes"/> for looking up.</summary>
    public FrozenSet<string> ScopeSet { get; private init; } = FrozenSet<string>.Empty;

    /// <summary>The answer to every request that passes. Set with the version, which is required.</summary>
    internal Decision Passed { get; private init; } = null!;
}
