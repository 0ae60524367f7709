using AdminConsole.Core.Policies;

namespace AdminConsole.Tests.Policies;

public sealed class WildcardPatternTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("dev_*", "dev_", true)]
    [InlineData("dev_*", "dev_products", true)]
    [InlineData("dev_*", "my_dev_products", false)]
    [InlineData("*_products", "dev_products", true)]
    [InlineData("*_products", "dev_products_old", false)]
    [InlineData("*shop*", "my shopping", true)]
    [InlineData("*shop*", "sho", false)]
    [InlineData("products", "products", true)]
    [InlineData("products", "Products", false)]
    [InlineData("products", "products ", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("straße*", "strasse", false)]
    public void A_value_matches_as_a_whole_and_by_character(string text, string value, bool matches)
    {
        Assert.True(WildcardPattern.TryParse(text, out var pattern));

        Assert.Equal(matches, pattern.Matches(value));
    }

    [Fact]
    public void Case_can_be_left_out_of_account()
    {
        Assert.True(WildcardPattern.TryParse("https://Shop.example/*", out var pattern));

        Assert.True(pattern.Matches("HTTPS://shop.EXAMPLE/cart", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("**")]
    [InlineData("***")]
    [InlineData("a*b")]
    [InlineData("**a")]
    [InlineData("a**")]
    public void A_pattern_with_an_asterisk_elsewhere_is_refused_in_words(string? text)
    {
        Assert.False(WildcardPattern.TryParse(text, out _, out var fault));

        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WildcardPattern.MaxLength, true)]
    [InlineData(WildcardPattern.MaxLength + 1, false)]
    public void A_pattern_has_a_longest_length(int length, bool accepted) =>
        Assert.Equal(accepted, WildcardPattern.TryParse(new string('a', length), out _));
}
