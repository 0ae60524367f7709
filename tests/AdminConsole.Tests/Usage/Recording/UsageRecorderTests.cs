using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace AdminConsole.Tests.Usage.Recording;

public sealed class UsageRecorderTests
{
    private const int Seed = 20261102;
    private const int Threads = 8;
    private const int EventsPerThread = 12_500;

    [Fact]
    public void A_hundred_thousand_events_of_many_threads_are_counted_exactly()
    {
        var recorder = new UsageRecorder(Options.Create(new UsageOptions { MaxPendingEvents = 1_000_000 }));
        var events = Enumerable.Range(0, Threads)
            .Select(
                thread => new UsageScenes(Seed + thread) { KeyRows = [UsageEvent.NoKey, 1, 2], Organizations = [default] }
                    .Events(EventsPerThread)).ToList();
        var batch = new EventBatch(Threads * EventsPerThread, 0);

        var recording = Record(recorder, events);
        while (!recording.IsCompleted)
        {
            recorder.DrainInto(batch);
        }

        recorder.DrainInto(batch);

        Assert.Equal(Threads * EventsPerThread, batch.Events.Count);
        Assert.Equal(UsageScenes.Counted(events.SelectMany(list => list)), batch.Counter.Counts.ToDictionary());
    }

    [Fact]
    public void Without_anybody_who_takes_them_away_events_are_counted_in_bounded_memory()
    {
        var settings = new UsageOptions { MaxPendingEvents = 1000, MaxPendingCounts = 500 };
        var recorder = new UsageRecorder(Options.Create(settings));
        var batch = new EventBatch(settings.MaxPendingEvents, settings.MaxPendingCounts);

        for (var i = 0; i < 100_000; i++)
        {
            recorder.Record(FromAddress(i));
        }

        var held = recorder.Held;
        recorder.DrainInto(batch);

        // Beyond the bound on counts there is one more for the key: the one that stands for all other addresses.
        Assert.InRange(held.Events, 1, 2 * settings.MaxPendingEvents);
        Assert.InRange(held.Counts, 1, (2 * settings.MaxPendingCounts) + (2 * Environment.ProcessorCount));
        Assert.InRange(batch.Overflow.Count, 1, settings.MaxPendingCounts + 1);
        Assert.Equal(100_000, batch.Counter.Counts.Sum(count => count.Value.Count));
        Assert.Equal(A.Monday.AddMilliseconds(99_999), batch.Counter.Counts.Max(count => count.Value.LastSeen));
        Assert.Contains(batch.Counter.Counts, count => count.Key is { KeyRow: 1, Address: UsageDimensions.Other, Scopes: UsageDimensions.Other });
    }

    [Fact]
    public void Long_texts_use_up_the_places_of_other_events()
    {
        var settings = new UsageOptions { MaxPendingEvents = 1000 };
        var recorder = new UsageRecorder(Options.Create(settings));

        for (var i = 0; i < 1000; i++)
        {
            recorder.Record(FromAddress(i) with { Resource = new('r', 10 * EventBatch.TextPerEvent) });
        }

        Assert.InRange(recorder.Held.Events, 1, 2 * settings.MaxPendingEvents / 10);
        Assert.Equal(1000, recorder.Held.Events + recorder.Held.Counts);
    }

    private static Task Record(UsageRecorder recorder, IEnumerable<IEnumerable<UsageEvent>> lists) => Task.WhenAll(lists.Select(list => Task.Run(() =>
    {
        foreach (var use in list)
        {
            recorder.Record(use);
        }
    })));

    private static UsageEvent FromAddress(int number)
    {
        Assert.True(ClientAddress.TryParse($"10.{number >> 16}.{(number >> 8) & 0xff}.{number & 0xff}", out var address));
        return new(A.Monday.AddMilliseconds(number), default(Id<Organization>), 1, DecisionCode.Valid) { Address = address };
    }
}
