using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Tests.Policies;

/// <summary>A key and a request that fit; each refusal can be provoked alone, without touching what the others look at.</summary>
internal sealed class EvaluatorScene
{
    public static readonly DateTimeOffset Now = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Refusals in the order that the design states.</summary>
    public static readonly DecisionCode[] Order =
    [
        DecisionCode.Revoked, DecisionCode.Disabled, DecisionCode.OrganizationSuspended, DecisionCode.NotYetValid, DecisionCode.Expired,
        DecisionCode.IpBlocked, DecisionCode.IpNotAllowed, DecisionCode.ReferrerNotAllowed, DecisionCode.ProjectNotAllowed,
        DecisionCode.ResourceNotAllowed, DecisionCode.ScopeMissing, DecisionCode.RateLimited,
    ];

    private static readonly Guid Project = Guid.Parse("0198a000-0000-7000-8000-000000000001");
    private readonly HashSet<DecisionCode> _provoked;

    public EvaluatorScene(params IEnumerable<DecisionCode> provoked) => _provoked = [.. provoked];

    public VerificationRequest Request => new()
    {
        Scopes = Provokes(DecisionCode.ScopeMissing) ? ["keys:read", "keys:write", "keys:revoke"] : ["keys:read"],
        ClientIp = Address("203.0.113.7"),
        Project = Project,
        Resource = "products",
        Referrer = "https://shop.example/cart",
        VerificationsThisHour = Provokes(DecisionCode.RateLimited) ? 10 : 9,
    };

    public KeyPolicy Policy => new()
    {
        Version = 7,
        Enabled = !Provokes(DecisionCode.Disabled),
        RevokedAt = Provokes(DecisionCode.Revoked) ? Now.AddDays(-1) : null,
        OrganizationSuspended = Provokes(DecisionCode.OrganizationSuspended),
        StartsAt = Provokes(DecisionCode.NotYetValid) ? Now.AddHours(1) : Now.AddHours(-1),
        ExpiresAt = Provokes(DecisionCode.Expired) ? Now.AddMinutes(-1) : Now.AddHours(1),
        SourceIps = SourceIpRules.Create(
            [Network(Provokes(DecisionCode.IpNotAllowed) ? "198.51.100.0/24" : "203.0.113.0/24")],
            [Network(Provokes(DecisionCode.IpBlocked) ? "203.0.113.0/29" : "203.0.113.8/29")]),
        Scopes = ["keys:read"],
        Projects = new HashSet<Guid> { Provokes(DecisionCode.ProjectNotAllowed) ? Guid.Empty : Project },
        Resources = [Pattern(Provokes(DecisionCode.ResourceNotAllowed) ? "orders*" : "prod*")],
        Referrers = [Pattern(Provokes(DecisionCode.ReferrerNotAllowed) ? "https://other.example/*" : "https://SHOP.example/*")],
        Limits = new KeyLimits(10, null, null),
    };

    public Decision Decide() => PolicyEvaluator.Evaluate(Policy, Request, Now);

    public static ClientAddress Address(string text) => ClientAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    public static Cidr Network(string text) => Cidr.Parse(text).Value;

    public static WildcardPattern Pattern(string text) => WildcardPattern.TryParse(text, out var pattern) ? pattern : throw new FormatException(text);

    private bool Provokes(DecisionCode code) => _provoked.Contains(code);
}
