using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Text;

public sealed class FixedWindowTests
{
    private readonly TestClock _clock = new(A.Monday);

    [Fact]
    public void A_key_is_counted_up_to_its_limit_and_no_other_with_it()
    {
        var window = Window();

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => window.TryCount("a", limit: 2)));
        Assert.Equal((2, 0), (window.CountOf("a"), window.CountOf("b")));
    }

    [Fact]
    public void Counts_begin_anew_when_the_window_is_over()
    {
        var window = Window();
        window.TryCount("a", limit: 1);
        _clock.Pass(TimeSpan.FromSeconds(45));

        Assert.Equal((1, TimeSpan.FromSeconds(15)), (window.CountOf("a"), window.Left));
        _clock.Pass(window.Left);
        Assert.Equal((0, TimeSpan.FromMinutes(1)), (window.CountOf("a"), window.Left));
    }

    [Fact]
    public void Counts_begin_anew_rather_than_outgrow_memory()
    {
        var window = Window(maxKeys: 2);

        Assert.All(["a", "b", "c"], key => Assert.True(window.TryCount(key, limit: 1)));
        Assert.Equal((0, 1), (window.CountOf("a"), window.CountOf("c")));
    }

    [Fact]
    public async Task Threads_that_count_at_once_pass_the_limit_together_and_no_further()
    {
        var window = Window();

        var counted = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 1000).Count(_ => window.TryCount("a", limit: 5000)))));

        Assert.Equal(5000, counted.Sum());
    }

    private FixedWindow<string> Window(int maxKeys = 100) => new(TimeSpan.FromMinutes(1), maxKeys, _clock);
}
