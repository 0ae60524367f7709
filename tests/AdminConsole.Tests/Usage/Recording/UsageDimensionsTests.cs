using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage.Recording;

public sealed class UsageDimensionsTests
{
    private static readonly UsageEvent Use = new(A.Monday, default(Id<Organization>), 7, DecisionCode.Valid);

    [Fact]
    public void The_same_scopes_in_another_order_are_the_same_set()
    {
        Assert.Equal(UsageDimensions.Of(Use with { Scopes = ["b", "a"] }), UsageDimensions.Of(Use with { Scopes = ["a", "b", "a"] }));
        Assert.NotEqual(UsageDimensions.Of(Use with { Scopes = ["a,b"] }), UsageDimensions.Of(Use with { Scopes = ["a", "b"] }));
        Assert.NotEqual(UsageDimensions.Of(Use with { Scopes = [""] }), UsageDimensions.Of(Use));
        Assert.Equal(["a", "b \""], ScopeSet.Parse(UsageDimensions.Of(Use with { Scopes = ["b \"", "a"] }).Scopes));
    }

    [Fact]
    public void A_set_longer_than_a_row_should_hold_is_not_kept_apart() =>
        Assert.Equal(UsageDimensions.Other, UsageDimensions.Of(Use with { Scopes = [new('s', ScopeSet.MaxLength)] }).Scopes);

    [Fact]
    public void Days_are_those_of_utc()
    {
        var lateInNewYork = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.FromHours(-5));

        Assert.Equal(new DateOnly(2026, 3, 2), UsageDimensions.Of(Use with { At = lateInNewYork }).Day);
    }

    [Fact]
    public void Without_a_key_neither_address_nor_scopes_make_a_count()
    {
        Assert.True(ClientAddress.TryParse("10.0.0.1", out var address));
        var unknown = Use with { KeyRow = UsageEvent.NoKey, Code = DecisionCode.NotFound };

        Assert.Equal(UsageDimensions.Of(unknown), UsageDimensions.Of(unknown with { Address = address, Scopes = ["a"] }));
    }
}
