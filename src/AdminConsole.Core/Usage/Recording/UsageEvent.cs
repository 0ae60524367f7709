using System.Runtime.InteropServices;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>One verification: what was asked, by whom, and how it was decided. Holds all that is needed to ask it again.</summary>
/// <param name="At">When it was decided, to the millisecond.</param>
/// <param name="OrganizationId">The organization of the caller, so that a question about no key belongs to somebody.</param>
/// <param name="KeyRow">The key; <see cref="NoKey"/> when none was found.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UsageEvent(DateTimeOffset At, Id<Organization> OrganizationId, long KeyRow, DecisionCode Code)
{
    public const long NoKey = 0;

    private readonly IReadOnlyList<string>? _scopes;

    public ClientAddress? Address { get; init; }

    /// <summary>The scopes asked, in the order of the question.</summary>
    public IReadOnlyList<string> Scopes
    {
        get => _scopes ?? [];
        init => _scopes = value;
    }

    public string? Route { get; init; }

    /// <summary>The management key that asked; <see cref="NoKey"/> when the key itself came as the caller.</summary>
    public long CallerRow { get; init; }

    public int? PolicyVersion { get; init; }

    public int LatencyMicroseconds { get; init; }

    public Guid? Project { get; init; }

    public string? Resource { get; init; }

    public string? Referrer { get; init; }

    public static UsageEvent Of(
        Id<Organization> organization, long? keyRow, VerificationRequest request, Decision decision, DateTimeOffset at) =>
        new(at, organization, keyRow ?? NoKey, decision.Code)
        {
            Address = request.ClientIp,
            Scopes = request.Scopes,
            PolicyVersion = decision.PolicyVersion,
            Project = request.Project,
            Resource = request.Resource,
            Referrer = request.Referrer,
        };

    /// <summary>The question that it answers. How much of the hour's limit was used up is not kept.</summary>
    internal VerificationRequest ToRequest() => new()
    {
        Scopes = Scopes,
        ClientIp = Address,
        Project = Project,
        Resource = Resource,
        Referrer = Referrer,
    };

    /// <summary>About how many characters of text it keeps alive: what a bound on memory has to count beside the event itself.</summary>
    internal int TextLength
    {
        get
        {
            var length = (Resource?.Length ?? 0) + (Referrer?.Length ?? 0) + (Route?.Length ?? 0);
            var scopes = Scopes;
            for (var i = 0; i < scopes.Count; i++)
            {
                length += scopes[i].Length;
            }

            return length;
        }
    }
}
