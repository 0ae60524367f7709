using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Tests.Policies.Addresses;

public sealed class SourceIpRulesTests
{
    [Fact]
    public void Without_rules_any_address_is_admitted()
    {
        var rules = SourceIpRules.Create([], []);

        Assert.Same(SourceIpRules.Any, rules);
        Assert.True(rules.Admits(Address("203.0.113.7")));
    }

    [Fact]
    public void A_blocked_network_wins_over_an_allowed_one()
    {
        var rules = SourceIpRules.Create(Networks("10.0.0.0/8"), Networks("10.1.0.0/16"));

        Assert.True(rules.Admits(Address("10.2.0.1")));
        Assert.False(rules.Admits(Address("10.1.0.1")));
        Assert.False(rules.Admits(Address("11.0.0.1")));
    }

    [Fact]
    public void A_rule_of_one_family_says_nothing_about_the_other()
    {
        var blocked = SourceIpRules.Create([], Networks("::/0"));
        var allowed = SourceIpRules.Create(Networks("0.0.0.0/0"), []);

        Assert.True(blocked.Admits(Address("::ffff:10.1.2.3")));
        Assert.False(allowed.Admits(Address("::1")));
        Assert.True(allowed.Admits(Address("::ffff:10.1.2.3")));
    }

    [Fact]
    public void The_rule_that_covers_an_address_can_be_named()
    {
        var rules = SourceIpRules.Create(Networks("10.0.0.0/8", "192.168.0.0/16"), Networks("10.1.0.0/16", "10.1.2.0/24"));

        Assert.Equal("10.1.0.0/16", rules.BlockedBy(Address("10.1.2.3"))?.ToString());
        Assert.Equal("192.168.0.0/16", rules.AllowedBy(Address("192.168.0.1"))?.ToString());
        Assert.Null(rules.BlockedBy(Address("10.2.0.0")));
    }

    [Fact]
    public void The_lists_keep_their_order_and_drop_repeats()
    {
        var rules = SourceIpRules.Create(Networks("192.168.0.0/16", "10.0.0.0/8", "::ffff:10.0.0.0/104"), []);

        Assert.Equal(["192.168.0.0/16", "10.0.0.0/8"], rules.Allowed.Select(network => network.ToString()));
    }

    [Fact]
    public void A_list_holds_a_hundred_networks_and_no_more()
    {
        var hundred = Enumerable.Range(0, SourceIpRules.MaxPerList).Select(i => Cidr.Parse($"10.0.{i}.0/24").Value).ToList();

        Assert.Equal(SourceIpRules.MaxPerList, SourceIpRules.Create(hundred, hundred).Blocked.Count);
        Assert.Throws<ArgumentException>(() => SourceIpRules.Create([.. hundred, Cidr.Parse("::1").Value], []));
    }

    [Theory]
    [InlineData("0.0.0.0/1", "128.0.0.0/1", "0.0.0.0", "255.255.255.255")]
    [InlineData("::/1", "8000::/1", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("::/0", "ffff::/16", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void Networks_that_touch_or_overlap_cover_both_ends_of_the_address_space(string one, string other, string lowest, string highest)
    {
        var rules = SourceIpRules.Create(Networks(one, other), []);

        Assert.True(rules.Admits(Address(lowest)));
        Assert.True(rules.Admits(Address(highest)));
    }

    private static IEnumerable<Cidr> Networks(params string[] texts) => texts.Select(text => Cidr.Parse(text).Value);

    private static ClientAddress Address(string text) => ClientAddress.TryParse(text, out var address) ? address : throw new FormatException(text);
}
