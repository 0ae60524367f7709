using AdminConsole.Core.Data;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace AdminConsole.Tests.Usage.Storage;

public sealed class UsageRollUpTests : UsageTest
{
    private const int Keys = 3;

    private readonly RestingClock _clock = new();

    [Fact]
    public async Task Rest_after_each_write_beside_verifications()
    {
        await RecordAsync();

        await RollUp().RunAtLeisureAsync(default);

        // One write a key's count, and one a key's last use.
        Assert.Equal(Enumerable.Repeat(20 * RestingClock.Write, 2 * Keys), _clock.Rests);
        Assert.Equal(Keys, (await DailyCountsAsync()).Count);
    }

    [Fact]
    public async Task Rest_no_longer_than_until_the_next_is_due()
    {
        await RecordAsync();

        await RollUp(settings => settings.RollUpInterval = RestingClock.Write).RunAtLeisureAsync(default);

        Assert.Equal(Enumerable.Repeat(RestingClock.Write, 2 * Keys), _clock.Rests);
    }

    [Fact]
    public async Task Take_no_rest_when_it_is_to_be_done_at_once()
    {
        await RecordAsync();

        await RollUp().RunAsync(default);

        Assert.Empty(_clock.Rests);
        Assert.Equal(Keys, (await DailyCountsAsync()).Count);
    }

    [Fact]
    public async Task Take_no_rest_for_what_an_earlier_process_left()
    {
        await RecordAsync();
        await RestartAsync();
        await FlushAsync();

        await RollUp().RunAtLeisureAsync(default);

        Assert.Empty(_clock.Rests);
        Assert.Equal(Keys, (await DailyCountsAsync()).Count);
    }

    [Fact]
    public async Task Hurry_when_memory_fills_up_meanwhile()
    {
        await RestartAsync(settings => settings.MaxGatheredCounts = 2 * (Keys - 1));
        await RecordAsync();
        _clock.AtRest = () => Task.Run(RecordAsync).Wait();

        await RollUp().RunAtLeisureAsync(default);

        Assert.Single(_clock.Rests);
    }

    [Fact]
    public async Task Go_on_after_a_stop_within_a_rest_without_counting_twice()
    {
        await RecordAsync();
        using var stop = new CancellationTokenSource();
        _clock.AtRest = stop.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RollUp().RunAtLeisureAsync(stop.Token));
        Assert.Single(await DailyCountsAsync());

        await RollUpAsync();

        Assert.Equal([1, 1, 1], (await DailyCountsAsync()).Values.Select(count => count.Count));
    }

    private async Task RecordAsync()
    {
        Record(Enumerable.Range(1, Keys).Select(row => new UsageEvent(A.Monday, default, row, DecisionCode.Valid)));
        await FlushAsync();
    }

    private UsageRollUp RollUp(Action<UsageOptions>? change = null)
    {
        var settings = new UsageOptions { RowsPerWrite = 1 };
        change?.Invoke(settings);
        return new(Get<ConsoleStore>(), Get<UsageBuffer>(), Get<RollUpRecovery>(), _clock, Options.Create(settings));
    }

    /// <summary>By this clock each write takes as long, and each rest is over at once.</summary>
    private sealed class RestingClock : TimeProvider
    {
        public static readonly TimeSpan Write = TimeSpan.FromSeconds(1);

        private long _now;

        public List<TimeSpan> Rests { get; } = [];

        public Action? AtRest { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += Write.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Rests.Add(dueTime);
            AtRest?.Invoke();
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
