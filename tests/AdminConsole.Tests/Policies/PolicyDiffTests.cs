using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Explaining;

namespace AdminConsole.Tests.Policies;

public sealed class PolicyDiffTests
{
    private static readonly DateTimeOffset Noon = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Networks =
    [
        "10.0.0.0/8", "10.1.0.0/16", "10.1.2.3/32", "10.0.0.0/9", "10.128.0.0/9", "192.0.2.0/24", "2001:db8::/32", "::/0", "0.0.0.0/0",
    ];
    private static readonly string[] Scopes = ["vm:read", "vm:edit", "VM:read"];
    private static readonly string[] Patterns = ["prod_*", "*_eu", "*mid*", "prod_mid*", "*amid_eu", "orders", "ORDERS", "*"];
    private static readonly Guid[] Projects = [.. Enumerable.Range(1, 3).Select(last => new Guid(last, 0, 0, new byte[8]))];

    /// <summary>Every request that could tell two policies of these pools apart that differ in this field alone.</summary>
    private static readonly Dictionary<string, VerificationRequest[]> Requests = new()
    {
        [KeyFields.Scopes] = [new(), .. Scopes.Select(scope => new VerificationRequest { Scopes = [scope] })],
        [KeyFields.Projects] = [new(), .. Projects.Select(project => new VerificationRequest { Project = project })],
        [KeyFields.AllowedCidrs] =
        [
            new(),
            .. Networks.Select(EvaluatorScene.Network).SelectMany(Edges).Distinct().Select(address => new VerificationRequest { ClientIp = address }),
        ],
        [KeyFields.Resources] = [new(), .. Patterns.SelectMany(Around).Distinct().Select(text => new VerificationRequest { Resource = text })],
        [KeyFields.Referrers] = [new(), .. Patterns.SelectMany(Around).Distinct().Select(text => new VerificationRequest { Referrer = text })],
        [KeyFields.MaxVerificationsPerIpPerHour] =
        [
            new(),
            .. Enumerable.Range(0, 5).Select(
                count => new VerificationRequest { ClientIp = EvaluatorScene.Address("10.1.2.3"), VerificationsThisHour = count }),
        ],
        [KeyFields.StartsAt] = [new()],
    };

    public static TheoryData<string> Fields =>
    [
        KeyFields.Scopes, KeyFields.Projects, KeyFields.AllowedCidrs, KeyFields.BlockedCidrs, KeyFields.Resources, KeyFields.Referrers,
        KeyFields.MaxVerificationsPerIpPerHour, KeyFields.StartsAt, KeyFields.ExpiresAt,
    ];

    /// <summary>The label is exact: it equals what trying every request says.</summary>
    [Theory]
    [MemberData(nameof(Fields))]
    public void Says_of_a_single_part_what_every_request_says_of_it(string field)
    {
        var random = new Random(7_000 + field.Length);
        for (var round = 0; round < 1_200; round++)
        {
            var (before, after) = (Draw(random, field), Draw(random, field));

            Assert.Equal(
                (Show(before, field), Show(after, field), Tried(before, after, field)),
                (Show(before, field), Show(after, field), Label(before, after, field)));
        }
    }

    [Fact]
    public void An_edit_without_a_widening_line_allows_nothing_that_was_refused_and_a_neutral_one_changes_no_answer()
    {
        var random = new Random(20_26);
        var (narrowing, neutral) = (0, 0);
        for (var round = 0; round < 100_000; round++)
        {
            var (before, other) = (ExplainerCase.Draw(random), ExplainerCase.Draw(random));
            var edited = before with { Key = before.Key with { Settings = Mix(random, before.Key.Settings, other.Key.Settings) } };
            var effects = ChangeClassifier.Classify(
                KeyDiff.Between(before.Key.Settings, edited.Key.Settings), before.Policy, edited.Policy, before.Now)
                .Select(line => line.Effect).ToList();
            var (was, becomes) = (Allowed(before), Allowed(edited));

            if (effects.TrueForAll(effect => effect is ChangeImpact.Neutral))
            {
                neutral++;
                Assert.Equal(was, becomes);
            }
            else if (!effects.Contains(ChangeImpact.Widens))
            {
                narrowing++;
                Assert.False(!was && becomes, $"Allowed after {string.Join(", ", KeyDiff.Between(before.Key.Settings, edited.Key.Settings))}");
            }
        }

        Assert.True(narrowing > 10_000 && neutral > 1_000, $"{narrowing} narrowing, {neutral} neutral");
    }

    [Theory]
    [InlineData(null, 10, ChangeImpact.Narrows)]
    [InlineData(10, 5, ChangeImpact.Narrows)]
    [InlineData(10, null, ChangeImpact.Widens)]
    [InlineData(5, 10, ChangeImpact.Widens)]
    public void More_hits_are_wider(int? before, int? after, ChangeImpact expected) =>
        Assert.Equal(
            expected,
            PolicyDiff.OfHitLimit(Policy(new() { Limits = new(null, before, null) }), Policy(new() { Limits = new(null, after, null) })));

    [Theory]
    [InlineData(null, "a=b", ChangeImpact.Narrows)]
    [InlineData("a=b", null, ChangeImpact.Widens)]
    [InlineData("a=b", "a=c", ChangeImpact.Widens)]
    [InlineData("a=b", "a=b", ChangeImpact.Neutral)]
    public void Another_forced_query_counts_as_wider(string? before, string? after, ChangeImpact expected) =>
        Assert.Equal(
            expected,
            PolicyDiff.OfQueryParameters(Policy(new() { Limits = new(null, null, before) }), Policy(new() { Limits = new(null, null, after) })));

    private static ChangeImpact Label(KeySettings before, KeySettings after, string field) => ChangeClassifier
        .Classify([new(field, [], [])], Policy(before), Policy(after), Noon)
        .Single().Effect;

    private static ChangeImpact Tried(KeySettings before, KeySettings after, string field)
    {
        var (old, @new) = (Policy(before), Policy(after));
        var requests = field switch
        {
            KeyFields.BlockedCidrs => Requests[KeyFields.AllowedCidrs],
            KeyFields.ExpiresAt => Requests[KeyFields.StartsAt],
            _ => Requests[field],
        };
        var answers = Moments(before, after).SelectMany(now => requests.Select(request => (
            Was: PolicyEvaluator.Evaluate(old, request, now).Allowed, Becomes: PolicyEvaluator.Evaluate(@new, request, now).Allowed))).ToList();
        return answers.Exists(answer => !answer.Was && answer.Becomes)
            ? ChangeImpact.Widens
            : answers.Exists(answer => answer.Was && !answer.Becomes) ? ChangeImpact.Narrows : ChangeImpact.Neutral;
    }

    /// <summary>Now, and each later moment at which an answer can turn.</summary>
    private static IEnumerable<DateTimeOffset> Moments(KeySettings before, KeySettings after) =>
        new[]
        {
            Noon,
            before.StartsAt,
            after.StartsAt,
            before.ExpiresAt,
            after.ExpiresAt,
            before.ExpiresAt?.AddMinutes(-1),
            after.ExpiresAt?.AddMinutes(-1),
        }
            .OfType<DateTimeOffset>()
            .Where(moment => moment >= Noon)
            .Distinct();

    private static KeySettings Draw(Random random, string field)
    {
        var moment = random.Next(4) == 0 ? default(DateTimeOffset?) : Noon.AddMinutes(random.Next(-2, 3) * 30);
        return field switch
        {
            KeyFields.Scopes => new() { Scopes = Some(random, Scopes) },
            KeyFields.Projects => new() { Scopes = Scopes, ProjectIds = [.. Some(random, Projects).Select(id => new Id<Project>(id))] },
            KeyFields.AllowedCidrs => new() { Scopes = Scopes, AllowedCidrs = Some(random, Networks) },
            KeyFields.BlockedCidrs => new() { Scopes = Scopes, BlockedCidrs = Some(random, Networks) },
            KeyFields.Resources => new() { Scopes = Scopes, Resources = Some(random, Patterns) },
            KeyFields.Referrers => new() { Scopes = Scopes, Referrers = Some(random, Patterns) },
            KeyFields.StartsAt => new() { Scopes = Scopes, StartsAt = moment },
            KeyFields.ExpiresAt => new() { Scopes = Scopes, ExpiresAt = moment },
            _ => new() { Scopes = Scopes, Limits = new(random.Next(3) == 0 ? null : random.Next(1, 5), null, null) },
        };
    }

    private static T[] Some<T>(Random random, T[] pool) => [.. pool.Where(_ => random.Next(3) == 0)];

    /// <summary>Some fields of the one, the rest of the other.</summary>
    private static KeySettings Mix(Random random, KeySettings before, KeySettings other)
    {
        var fields = KeyDiff.Between(before, other).Select(change => change.Field).Where(_ => random.Next(4) == 0).ToHashSet();
        return KeyPatch.Of(other, fields).ApplyTo(before);
    }

    private static bool Allowed(ExplainerCase drawn) => PolicyEvaluator.Evaluate(drawn.Policy, drawn.Request, drawn.Now).Allowed;

    private static KeyPolicy Policy(KeySettings settings) => new KeySnapshot(settings, Enabled: true).ToPolicy(1, organizationSuspended: false);

    private static IEnumerable<ClientAddress> Edges(Cidr network)
    {
        var family = network.Network.Family;
        var highest = family is IpFamily.V4 ? uint.MaxValue : UInt128.MaxValue;
        yield return new(family, network.First);
        yield return new(family, network.Last);
        yield return new(family, network.First == 0 ? 0 : network.First - 1);
        yield return new(family, network.Last == highest ? highest : network.Last + 1);
    }

    private static IEnumerable<string> Around(string pattern)
    {
        var text = pattern.Trim('*');
        return [text, $"§{text}", $"{text}§", $"§{text}§"];
    }

    private static string Show(KeySettings settings, string field) =>
        string.Join(' ', KeyDiff.Between(new(), settings).Where(change => change.Field == field).SelectMany(change => change.After));
}
