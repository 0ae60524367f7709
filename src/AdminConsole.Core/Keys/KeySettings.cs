using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>
/// Everything of a key that an operator chooses: what the dialogs edit, a policy version remembers and a diff compares.
/// Limits of each field: <see cref="ApiKey"/>.
/// </summary>
public sealed record KeySettings
{
    // A document leaves defaults out, and what it leaves out is set to null.
    public string Name { get; init => field = value ?? ""; } = "";

    public string Description { get; init => field = value ?? ""; } = "";

    public Id<Owner>? OwnerId { get; init; }

    /// <summary>The projects that the key is limited to; empty = all of the organization's.</summary>
    public IReadOnlyList<Id<Project>> ProjectIds { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Scopes { get; init => field = value ?? []; } = [];

    /// <summary>The networks that may use the key; empty = any.</summary>
    public IReadOnlyList<string> AllowedCidrs { get; init => field = value ?? []; } = [];

    /// <summary>The networks that may not, also where <see cref="AllowedCidrs"/> has them.</summary>
    public IReadOnlyList<string> BlockedCidrs { get; init => field = value ?? []; } = [];

    /// <summary>Patterns with <c>*</c> at either end; empty = any resource.</summary>
    public IReadOnlyList<string> Resources { get; init => field = value ?? []; } = [];

    /// <summary>Patterns with <c>*</c> at either end; empty = any referrer.</summary>
    public IReadOnlyList<string> Referrers { get; init => field = value ?? []; } = [];

    public KeyLimits Limits { get; init => field = value ?? KeyLimits.None; } = KeyLimits.None;

    /// <summary>A JSON object, handed to the caller of a verification.</summary>
    public string? Claims { get; init; }

    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>Not valid before; null = valid at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Valid while now is before this; null = never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
