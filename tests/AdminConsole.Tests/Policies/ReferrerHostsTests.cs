using AdminConsole.Core.Policies;

namespace AdminConsole.Tests.Policies;

public sealed class ReferrerHostsTests
{
    [Theory]
    [InlineData("https://shop.example.com/*", ReferrerHost.Whole, null)]
    [InlineData("https://shop.example.com/cart", ReferrerHost.Whole, null)]
    [InlineData("*.example.com/*", ReferrerHost.Whole, null)]
    [InlineData("*/cart", ReferrerHost.Whole, null)]
    [InlineData("*", ReferrerHost.Whole, null)]
    [InlineData("https://*", ReferrerHost.Whole, null)]
    [InlineData("https://shop.example.com*", ReferrerHost.OpenEnd, "https://shop.example.com/*")]
    [InlineData("*shop.example.com*", ReferrerHost.OpenEnd, null)]
    [InlineData("https://shop.example.com", ReferrerHost.ClosedEnd, "https://shop.example.com/*")]
    [InlineData("*.example.com", ReferrerHost.ClosedEnd, null)]
    [InlineData("shop.example.com", ReferrerHost.ClosedEnd, null)]
    public void A_pattern_that_ends_inside_a_host_is_told(string pattern, ReferrerHost host, string? pages)
    {
        Assert.Equal((host, pages), (ReferrerHosts.Of(pattern), ReferrerHosts.PagesOf(pattern)));
    }

    [Fact]
    public void The_suggestion_admits_the_pages_of_the_host_and_of_no_other()
    {
        Assert.True(WildcardPattern.TryParse(ReferrerHosts.PagesOf("https://a.example.com*"), out var pattern));

        Assert.True(pattern.Matches("https://a.example.com/"));
        Assert.False(pattern.Matches("https://a.example.com.evil.net/"));
    }
}
