using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage.Recording;

public sealed class UsageTupleTests
{
    private static readonly UsageEvent Use = new(A.Monday, default(Id<Organization>), 7, DecisionCode.Valid);

    [Fact]
    public void The_same_scopes_in_another_order_are_the_same_set()
    {
        Assert.Equal(UsageTuple.Of(Use with { Scopes = ["b", "a"] }), UsageTuple.Of(Use with { Scopes = ["a", "b", "a"] }));
        Assert.NotEqual(UsageTuple.Of(Use with { Scopes = ["a,b"] }), UsageTuple.Of(Use with { Scopes = ["a", "b"] }));
        Assert.NotEqual(UsageTuple.Of(Use with { Scopes = [""] }), UsageTuple.Of(Use));
        Assert.Equal(["a", "b \""], ScopeSet.Parse(UsageTuple.Of(Use with { Scopes = ["b \"", "a"] }).Scopes));
    }

    [Fact]
    public void A_set_longer_than_a_row_should_hold_is_not_kept_apart() =>
        Assert.Equal(UsageTuple.Other, UsageTuple.Of(Use with { Scopes = [new('s', ScopeSet.MaxLength)] }).Scopes);

    [Fact]
    public void Days_are_those_of_utc()
    {
        var lateInNewYork = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.FromHours(-5));

        Assert.Equal(new DateOnly(2026, 3, 2), UsageTuple.Of(Use with { At = lateInNewYork }).Day);
    }

    [Fact]
    public void Without_a_key_neither_address_nor_scopes_make_a_tuple()
    {
        Assert.True(ClientAddress.TryParse("10.0.0.1", out var address));
        var unknown = Use with { KeyRow = UsageEvent.NoKey, Code = DecisionCode.NotFound };

        Assert.Equal(UsageTuple.Of(unknown), UsageTuple.Of(unknown with { Address = address, Scopes = ["a"] }));
    }
}
