using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification;

public sealed class CredentialFailureLimiterTests
{
    private readonly TestClock _clock = new(A.Monday);
    private readonly CredentialFailureLimiter _throttle;

    public CredentialFailureLimiterTests() => _throttle = new(_clock);

    [Fact]
    public void Takes_a_hundred_failures_of_an_address_in_a_minute()
    {
        var answers = Enumerable.Range(0, CredentialFailureLimiter.MaxPerMinute).Select(_ => _throttle.CountFailure("192.0.2.1")).Distinct();

        Assert.Equal([false], answers);
        Assert.True(_throttle.CountFailure("192.0.2.1"));
    }

    [Fact]
    public void Begins_anew_with_each_minute()
    {
        Exhaust("192.0.2.1");

        _clock.Pass(TimeSpan.FromMinutes(1));

        Assert.False(_throttle.CountFailure("192.0.2.1"));
    }

    [Fact]
    public void Is_not_opened_by_setting_the_clock()
    {
        Exhaust("192.0.2.1");

        _clock.Now += TimeSpan.FromHours(1);

        Assert.True(_throttle.CountFailure("192.0.2.1"));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("::1", "0.0.0.1", false)]
    [InlineData(null, null, true)]
    public void Counts_IPv4_by_address_and_IPv6_by_network(string? guesser, string? other, bool together)
    {
        Exhaust(guesser);

        Assert.Equal(together, _throttle.CountFailure(other));
    }

    private void Exhaust(string? address)
    {
        for (var failure = 0; failure < CredentialFailureLimiter.MaxPerMinute; failure++)
        {
            _throttle.CountFailure(address);
        }
    }
}
