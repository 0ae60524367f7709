using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.SecuredKeys;

namespace AdminConsole.Tests.SecuredKeys;

public sealed class RestrictionReaderTests
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

    private static readonly VerificationRequest Request = new() { Scopes = ["search"], ClientIp = Address("10.1.2.3"), Resource = "shop_books" };

    /// <summary>Both of Algolia's ways to write a list, and other clients' ways to write a space.</summary>
    public static TheoryData<string, DecisionCode> Restrictions => new()
    {
        { "", DecisionCode.Valid },
        { "validUntil=1785585601", DecisionCode.Valid },
        { "validUntil=1785585600.9", DecisionCode.Expired },
        { "validUntil=1785585600", DecisionCode.Expired },
        { "validUntil=0", DecisionCode.Expired },
        { "VALIDUNTIL=0", DecisionCode.Expired },
        { "restrictIndices=shop_books", DecisionCode.Valid },
        { "restrictIndices=other%2Cshop_*", DecisionCode.Valid },
        { "restrictIndices=other%2C%20*_books", DecisionCode.Valid },
        { "restrictIndices=other,+*_books", DecisionCode.Valid },
        { "restrictIndices=%5B%22other%22%2C%22shop_b*%22%5D", DecisionCode.Valid },
        { "restrictIndices=%5B%22other%22%5D", DecisionCode.ResourceNotAllowed },
        { "restrictIndices=other", DecisionCode.ResourceNotAllowed },
        { "restrictSources=10.1.2.3", DecisionCode.Valid },
        { "restrictSources=192.0.2.0%2F24%2C10.1.0.0%2F16", DecisionCode.Valid },
        { "restrictSources=%5B%2210.1.0.0%2F16%22%5D", DecisionCode.Valid },
        { "restrictSources=10.2.0.0%2F16", DecisionCode.IpNotAllowed },
        { "restrictSources=2001%3Adb8%3A%3A%2F32", DecisionCode.IpNotAllowed },
        { "userToken=ada&filters=user%3Aada", DecisionCode.Valid },
    };

    /// <summary>Each is signed by the parent's holder all the same, and to leave it out would widen.</summary>
    public static TheoryData<string> Misunderstood { get; } =
    [
        "validUntil=",
        "validUntil",
        "validUntil=tomorrow",
        "validUntil=-1",
        "validUntil=1e9",
        "validUntil=1785589200000",
        "validUntil=9&validUntil=1785589200",
        "validUntil=9&validuntil=1785589200",
        "restrictIndices=",
        "restrictIndices=%5B%5D",
        "restrictIndices=null,",
        "restrictIndices=shop_books,",
        "restrictIndices=%5B%22shop_books%22%2Cnull%5D",
        "restrictIndices=%5B%22shop_books%22",
        "restrictIndices=%5B1%5D",
        "restrictIndices=%5B%22%5Cud800%22%5D",
        "restrictIndices=shop*books",
        "restrictSources=",
        "restrictSources=10.1.2.3%2F8",
        "restrictSources=010.1.2.3",
        "restrictSources=anywhere",
        "restrictSources=10.1.2.3,elsewhere",
        "typoTolerance=true",
        "typotolerance=true",
        "typoTolerance=strict&typotolerance=true",
        "filters=é",
        "filters=a&filters=b",
    ];

    [Theory]
    [MemberData(nameof(Restrictions))]
    public void Narrow_what_the_parent_allows(string query, DecisionCode code) => Assert.Equal(code, Decide(query, Request).Code);

    [Theory]
    [MemberData(nameof(Misunderstood))]
    public void Refuse_everything_when_they_cannot_be_understood(string query)
    {
        var decision = Decide(query, Request);

        Assert.Equal(DecisionCode.Disabled, decision.Code);
        Assert.StartsWith("The restrictions of the secured key cannot be understood: ", decision.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_a_hundred_entries_and_no_more()
    {
        string List(int count) => string.Join(',', Enumerable.Range(0, count).Select(number => $"10.{number}.0.0/16"));

        Assert.Equal(DecisionCode.Valid, Decide($"restrictSources={List(100)}", Request).Code);
        Assert.Equal(DecisionCode.Disabled, Decide($"restrictSources={List(101)}", Request).Code);
        Assert.Equal(DecisionCode.ResourceNotAllowed, Decide($"restrictIndices={List(100)}", Request).Code);
        Assert.Equal(DecisionCode.Disabled, Decide($"restrictIndices={List(101)}", Request).Code);
    }

    [Fact]
    public void Say_in_a_refusal_that_it_is_theirs()
    {
        const string Query = "restrictSources=10.1.0.0%2F16&restrictIndices=shop_b*";

        Assert.Equal(
            "By a restriction of the secured key: 10.2.3.4 is not in the allowed network 10.1.0.0/16.",
            Decide(Query, Request with { ClientIp = Address("10.2.3.4") }).Rule);
        Assert.Equal("192.0.2.1 is not in the allowed network 10.0.0.0/8.", Decide(Query, Request with { ClientIp = Address("192.0.2.1") }).Rule);
        Assert.Equal("10.9.0.1 is in the blocked network 10.9.0.0/16.", Decide(Query, Request with { ClientIp = Address("10.9.0.1") }).Rule);
        Assert.Equal(
            "By a restriction of the secured key: The resource does not match the pattern shop_b*.",
            Decide(Query, Request with { Resource = "shop_x" }).Rule);
        Assert.Equal("The key lacks browse.", Decide(Query, Request with { Scopes = ["browse"] }).Rule);
    }

    [Fact]
    public void Need_an_address_and_a_resource_where_they_name_some()
    {
        var open = new KeyPolicy { Version = 1, Enabled = true };

        Assert.Equal(DecisionCode.IpNotAllowed, Decide("restrictSources=0.0.0.0%2F0", new(), open).Code);
        Assert.Equal(DecisionCode.ResourceNotAllowed, Decide("restrictIndices=*", new(), open).Code);
        Assert.Equal(DecisionCode.Valid, Decide("filters=a", new(), open).Code);
    }

    [Theory]
    [InlineData("", "typoTolerance=strict")]
    [InlineData("typoTolerance=strict", "typoTolerance=strict")]
    [InlineData("userToken=ada%20l&filters=a%3Ab&restrictIndices=shop_b", "typoTolerance=strict&userToken=ada%20l&filters=a%3Ab")]
    [InlineData("hitsPerPage=5&typoTolerance=stric%74", "typoTolerance=strict&hitsPerPage=5")]
    public void Add_their_parameters_to_those_that_the_parent_forces(string query, string forced) =>
        Assert.Equal(new(null, 20, forced), RestrictionReader.Narrow(Parent, query).Limits);

    [Fact]
    public void Force_none_where_neither_has_any() =>
        Assert.Equal(KeyLimits.None, RestrictionReader.Narrow(new() { Version = 1, Enabled = true }, "validUntil=1785589200").Limits);

    [Fact]
    public void Let_the_earlier_expiry_count()
    {
        Assert.Equal(Now.AddHours(1), RestrictionReader.Narrow(Parent, $"validUntil={Noon + 3600}").ExpiresAt);
        Assert.Equal(Parent.ExpiresAt, RestrictionReader.Narrow(Parent, $"validUntil={Noon + 9000}").ExpiresAt);
        Assert.Equal("The key expired at 2026-08-01 14:00:00 UTC.", Decide($"validUntil={Noon + 9000}", Request, at: Now.AddHours(2)).Rule);
        Assert.StartsWith(
            "By a restriction of the secured key: ",
            Decide($"validUntil={Noon + 3600}", Request, at: Now.AddHours(1)).Rule,
            StringComparison.Ordinal);
    }

    private static Decision Decide(string query, VerificationRequest request, KeyPolicy? parent = null, DateTimeOffset? at = null) =>
        PolicyEvaluator.Evaluate(RestrictionReader.Narrow(parent ?? Parent, query), request, at ?? Now);

    private static WildcardPattern Pattern(string text) =>
        WildcardPattern.TryParse(text, out var pattern) ? pattern : throw new InvalidOperationException(text);

    private static Cidr Network(string text) => Cidr.Parse(text).Value;

    private static ClientAddress Address(string text) =>
        ClientAddress.TryParse(text, out var address) ? address : throw new InvalidOperationException(text);
}
