using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AdminConsole.Tests.Usage.Storage;

public sealed class UsageWriterEndTests : UsageTest
{
    private const int Seed = 20261104;

    private UsageWriter Writer => Process.GetServices<IHostedService>().OfType<UsageWriter>().Single();

    [Fact]
    public async Task Nothing_is_written_when_nothing_happened()
    {
        await FlushAsync();
        await FlushAsync();

        await using var db = Get<ConsoleStore>().CreateDbContext();
        Assert.False(await db.UsageBlocks.AnyAsync());
    }

    [Fact]
    public async Task At_the_end_of_the_process_everything_pending_is_written_and_rolled_up()
    {
        var events = new UsageScenes(Seed).Events(100);
        Record(events);

        await Writer.StopAsync(default);

        Assert.Equal(UsageScenes.Counted(events), await DailyCountsAsync());
    }

    [Fact]
    public async Task A_stop_writes_what_is_pending_when_the_host_has_waited_long_enough_for_others()
    {
        var events = new UsageScenes(Seed).Events(100);
        Record(events);

        await Writer.StopAsync(new CancellationToken(canceled: true));

        Assert.Equal(UsageScenes.Counted(events), await DailyCountsAsync());
    }

    [Fact]
    public async Task A_process_that_is_stopped_from_two_sides_at_once_writes_what_is_pending_once()
    {
        var events = new UsageScenes(Seed).Events(100);
        Record(events);
        var writer = Writer;

        Task stopped;
        using (await Get<WriteLock>().TakeAsync(default))
        {
            stopped = Task.WhenAll(writer.StopAsync(default), writer.StopAsync(default));
        }

        await stopped;
        Assert.Equal(UsageScenes.Counted(events), await DailyCountsAsync());
    }
}
