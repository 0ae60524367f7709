using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.SecuredKeys;

namespace AdminConsole.Tests.SecuredKeys;

public sealed class RestrictionWideningTests
{
    private const long Noon = 1_785_585_600;

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(Noon);

    private static readonly KeyPolicy Parent = new()
    {
        Version = 7,
        Enabled = true,
        ExpiresAt = Now.AddHours(2),
        Scopes = ["search"],
        Resources = [Pattern("shop_*")],
        SourceIps = SourceIpRules.Create([Network("10.0.0.0/8")], [Network("10.9.0.0/16")]),
        Limits = new(null, 20, "typoTolerance=strict"),
    };

    /// <summary>PRODUCT X1.</summary>
    [Fact]
    public void Never_allow_what_the_parent_refuses_whatever_they_say()
    {
        var random = new Random(20261121);
        string[] parameters =
        [
            $"validUntil={Noon + 60}", $"validUntil={Noon - 60}", "validUntil=x", "restrictIndices=*", "restrictIndices=shop_*",
            "restrictIndices=%5B%22*_books%22%5D",
            "restrictIndices=", "restrictSources=0.0.0.0%2F0%2C%3A%3A%2F0", "restrictSources=10.0.0.0%2F8", "restrictSources=10.9.0.0%2F16",
            "filters=a", "typoTolerance=strict", "x=y&x=z",
        ];
        var allowed = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var parent = RandomParent(random);
            var request = RandomRequest(random);
            var query = string.Join('&', random.GetItems(parameters, random.Next(4)));

            var child = Decide(query, request, parent).Code;

            allowed += child is DecisionCode.Valid ? 1 : 0;
            Assert.True(child is not DecisionCode.Valid || PolicyEvaluator.Evaluate(parent, request, Now).Allowed, $"{query} allows {request}");
        }

        Assert.InRange(allowed, 100, 15_000);
    }

    private static KeyPolicy RandomParent(Random random) => Parent with
    {
        Enabled = random.Next(10) > 0,
        ExpiresAt = Now.AddSeconds(random.Next(-20, 100)),
        Resources = random.Next(2) == 0 ? [] : [Pattern(random.GetItems(["shop_*", "*", "shop_books", "docs"], 1)[0])],
        SourceIps = random.Next(2) == 0 ? SourceIpRules.Any : Parent.SourceIps,
    };

    private static VerificationRequest RandomRequest(Random random) => new()
    {
        Scopes = random.Next(5) == 0 ? ["browse"] : ["search"],
        ClientIp = random.Next(4) == 0 ? null : Address(random.GetItems(["10.1.2.3", "10.9.2.3", "192.0.2.1"], 1)[0]),
        Resource = random.GetItems([null, "shop_books", "shop_x", "docs"], 1)[0],
    };

    private static Decision Decide(string query, VerificationRequest request, KeyPolicy? parent = null, DateTimeOffset? at = null) =>
        PolicyEvaluator.Evaluate(RestrictionReader.Narrow(parent ?? Parent, query), request, at ?? Now);

    private static WildcardPattern Pattern(string text) =>
        WildcardPattern.TryParse(text, out var pattern) ? pattern : throw new InvalidOperationException(text);

    private static Cidr Network(string text) => Cidr.Parse(text).Value;

    private static ClientAddress Address(string text) =>
        ClientAddress.TryParse(text, out var address) ? address : throw new InvalidOperationException(text);
}
