using System.Collections.Frozen;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Policies;

/// <summary>
/// Everything that decides what a key may do, compiled for looking up. It never changes: an edit makes a new policy with the next version,
/// so a decision taken while an edit runs follows wholly the old rules or wholly the new. What keys have in common they share: a verification of a
/// key that nobody asked for in a while waits for memory more than for anything else.
/// </summary>
public sealed record KeyPolicy
{
    private static readonly Recent<IReadOnlyList<string>, KnownScopes> ScopeLists = new(scopes => new(scopes), SameTexts.Comparer);
    private static readonly Recent<int, Decision> Passes = new(Decision.Valid);

    private readonly KnownScopes _scopes = KnownScopes.None;

    /// <summary>Grows by one with each change of the key; a decision names it.</summary>
    public required int Version { get; init; }

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
        get => _scopes.List;
        init => _scopes = ScopeLists.Of([.. value]);
    }

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
    public FrozenSet<string> ScopeSet => _scopes.Set;

    /// <summary>The answer to every request that passes; one for all policies of this version.</summary>
    internal Decision Passed => Passes.Of(Version);

    /// <summary>A list of scopes. Its set is made at first use, since most keys of a large console rest. Two threads may both make it; either is right.</summary>
    private sealed class KnownScopes(IReadOnlyList<string> list)
    {
        public static readonly KnownScopes None = new([]);

        public IReadOnlyList<string> List { get; } = list;

        public FrozenSet<string> Set => field ??= List.ToFrozenSet(StringComparer.Ordinal);
    }
}
