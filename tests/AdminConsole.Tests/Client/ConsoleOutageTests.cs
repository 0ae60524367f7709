using AdminConsole.Client;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Client;

public sealed class ConsoleOutageTests
{
    private readonly TestClock _clock = new(A.Monday);

    [Fact]
    public void A_console_that_answers_is_asked_by_everybody()
    {
        var outage = new ConsoleOutage(_clock);

        Assert.Equal([true, true, true], Enumerable.Range(0, 3).Select(_ => outage.TryBegin()));
    }

    [Fact]
    public void One_that_did_not_is_left_in_peace_and_then_asked_by_one_at_a_time()
    {
        var outage = Failed();

        var resting = outage.TryBegin();
        _clock.Pass(ConsoleOutage.Rest);
        var (first, second) = (outage.TryBegin(), outage.TryBegin());

        Assert.Equal((false, true, false), (resting, first, second));
    }

    [Fact]
    public void One_that_is_back_is_asked_by_everybody_again()
    {
        var outage = Failed();
        _clock.Pass(ConsoleOutage.Rest);
        outage.TryBegin();

        outage.Note(isDown: false);

        Assert.Equal((true, true), (outage.TryBegin(), outage.TryBegin()));
    }

    [Fact]
    public void One_that_is_not_back_is_left_in_peace_for_as_long_again()
    {
        var outage = Failed();
        _clock.Pass(ConsoleOutage.Rest);
        outage.TryBegin();

        outage.Note(isDown: true);
        var resting = outage.TryBegin();
        _clock.Pass(ConsoleOutage.Rest);

        Assert.Equal((false, true), (resting, outage.TryBegin()));
    }

    private ConsoleOutage Failed()
    {
        var outage = new ConsoleOutage(_clock);
        outage.TryBegin();
        outage.Note(isDown: true);
        return outage;
    }
}
