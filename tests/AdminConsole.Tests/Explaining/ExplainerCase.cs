using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Tests.Explaining;

/// <summary>
/// A key and a request drawn from small pools, so that they meet often: in passing, in failing, and in failing several checks at once.
/// </summary>
internal sealed record ExplainerCase(KeySnapshot Key, bool Suspended, VerificationRequest Request, DateTimeOffset Now)
{
    private const int Version = 3;

    private static readonly DateTimeOffset Noon = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly int[] Minutes = [-60, 0, 60];
    private static readonly string[] Addresses = ["10.1.2.3", "10.9.0.1", "192.0.2.7", "2001:db8::1", "::ffff:10.1.2.3"];
    private static readonly string[] Networks = ["10.0.0.0/8", "10.1.0.0/16", "10.1.2.3/32", "192.0.2.0/24", "2001:db8::/32", "::/0", "0.0.0.0/0"];
    private static readonly string[] Scopes = ["vm:read", "vm:edit", "vm:stop", "VM:read"];
    private static readonly string[] Patterns = ["prod_*", "*_eu", "*mid*", "orders"];
    private static readonly string[] Texts = ["prod_1", "PROD_1", "orders", "x_eu", "amidst", "", "with*star"];
    private static readonly Id<Project>[] Projects = [.. Enumerable.Range(1, 3).Select(last => new Id<Project>(new Guid(last, 0, 0, new byte[8])))];

    public KeyPolicy Policy => PolicyOf(Key);

    public static ExplainerCase Draw(Random random) => new(DrawKey(random), random.Next(20) == 0, DrawRequest(random), Noon);

    public Explanation Explain() => PolicyExplainer.Explain(Policy, Request, Now);

    /// <summary>The answer to the same request after these edits.</summary>
    public DecisionCode DecideAfter(IReadOnlyList<PolicyEdit> edits)
    {
        var suggested = new SuggestedEdit(edits);
        var edited = Key with { Settings = suggested.Patch.ApplyTo(Key.Settings), Enabled = Key.Enabled || suggested.Enables };
        return PolicyEvaluator.Evaluate(PolicyOf(edited), Request, Now).Code;
    }

    private KeyPolicy PolicyOf(KeySnapshot key) => key.ToPolicy(Version, Suspended);

    private static KeySnapshot DrawKey(Random random) => new(
        new()
        {
            StartsAt = DrawMoment(random),
            ExpiresAt = DrawMoment(random),
            AllowedCidrs = DrawSome(random, Networks),
            BlockedCidrs = DrawSome(random, Networks),
            Scopes = DrawSome(random, Scopes),
            ProjectIds = DrawSome(random, Projects),
            Resources = DrawSome(random, Patterns),
            Referrers = DrawSome(random, Patterns),
            Limits = new(random.Next(3) == 0 ? random.Next(1, 4) : null, null, null),
        },
        Enabled: random.Next(8) > 0,
        RevokedAt: random.Next(20) == 0 ? Noon.AddDays(-1) : null);

    private static VerificationRequest DrawRequest(Random random) => new()
    {
        ClientIp = random.Next(8) > 0 && ClientAddress.TryParse(DrawOne(random, Addresses), out var address) ? address : null,
        Scopes = random.Next(4) == 0 ? [.. DrawSome(random, Scopes), .. DrawSome(random, Scopes)] : [],
        Project = random.Next(8) > 0 ? DrawOne(random, Projects).Value : null,
        Resource = random.Next(8) > 0 ? DrawOne(random, Texts) : null,
        Referrer = random.Next(8) > 0 ? DrawOne(random, Texts) : null,
        VerificationsThisHour = random.Next(4),
    };

    private static DateTimeOffset? DrawMoment(Random random) => random.Next(2) == 0 ? null : Noon.AddMinutes(DrawOne(random, Minutes));

    private static T DrawOne<T>(Random random, T[] pool) => pool[random.Next(pool.Length)];

    private static T[] DrawSome<T>(Random random, T[] pool) => random.Next(2) == 0 ? [] : [.. pool.Where(_ => random.Next(3) == 0)];
}
