using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Demo;

/// <summary>What the demo organization's month looks like, and that all that is kept of it says the same.</summary>
public sealed class DemoUsageTests : CoreTest
{
    private const string Password = "a password for the demo";

    private Id<Organization> Acme { get; set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Console.Get<DemoData>().SeedAsync(Password, default);
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        Acme = (await db.Organizations.SingleAsync(organization => organization.Slug == DemoData.AcmeSlug)).Id;
    }

    [Fact]
    public async Task The_last_use_of_each_key_is_the_latest_that_its_daily_figures_know()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var accepted = await db.DailyCounts.Where(daily => daily.Code == DecisionCode.Valid).ToListAsync();
        var known = accepted.GroupBy(daily => daily.KeyRow).ToDictionary(days => days.Key, days => days.MaxBy(daily => daily.LastSeen)!);

        var keys = await db.ApiKeys.ToListAsync();

        Assert.All(keys, key => Assert.Equal(known.GetValueOrDefault(key.Row)?.LastSeen, key.LastUse!.At));
        Assert.All(keys, key => Assert.Equal(known.GetValueOrDefault(key.Row)?.Address, key.LastUse!.Address));
    }

    [Fact]
    public async Task Each_single_verification_is_explained_by_the_policy_of_its_time()
    {
        foreach (var name in new[] { DemoScenes.SuddenlyRefused, DemoScenes.Rotated, DemoScenes.RateLimited, DemoScenes.Leaked })
        {
            var target = await TargetAsync(name);
            var newest = await Console.Get<UsageEvents>().NewestAsync(Actor.System, target, cursor: null, limit: 50, default);

            Assert.NotEmpty(newest.Value.Events);
            foreach (var recorded in newest.Value.Events)
            {
                var explained = await Console.Get<EventExplainer>().ExplainAsync(Actor.System, target, recorded.Id.ToString(), default);
                Assert.True(explained.Value.Agrees);
            }
        }
    }

    [Fact]
    public async Task Has_refusals_of_every_common_kind()
    {
        DecisionCode[] expected =
        [
            DecisionCode.Valid, DecisionCode.NotFound, DecisionCode.Revoked, DecisionCode.Disabled, DecisionCode.Expired,
            DecisionCode.IpNotAllowed, DecisionCode.ScopeMissing, DecisionCode.RateLimited,
        ];

        var outcomes = await OutcomesAsync();

        Assert.Empty(expected.Except(outcomes.Select(outcome => outcome.Code)));
    }

    [Fact]
    public async Task Weekdays_have_more_than_weekends()
    {
        var days = (await OutcomesAsync()).GroupBy(outcome => outcome.Day).ToDictionary(day => day.Key, day => day.Sum(outcome => outcome.Count));

        var today = DateOnly.FromDateTime(Clock.Now.UtcDateTime);
        var full = days.Where(day => day.Key > today.AddDays(-DemoUsage.Days) && day.Key < today).ToList();
        Assert.Equal(DemoUsage.Days - 1, full.Count);
        Assert.True(full.Where(day => IsWeekend(day.Key)).Max(day => day.Value) < full.Where(day => !IsWeekend(day.Key)).Min(day => day.Value));
    }

    [Fact]
    public async Task A_key_is_refused_from_today_on_that_never_was_before()
    {
        var target = await TargetAsync(DemoScenes.SuddenlyRefused);

        var outcomes = await Console.Get<UsageQueries>().OutcomesAsync(Actor.System, target, UsagePeriod.Always, default);

        var refused = Assert.Single(outcomes.Value, outcome => outcome.Code != DecisionCode.Valid);
        Assert.Equal((DateOnly.FromDateTime(Clock.Now.UtcDateTime), DecisionCode.IpNotAllowed), (refused.Day, refused.Code));
    }

    [Fact]
    public async Task A_rotation_is_half_done()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var old = await db.ApiKeys.SingleAsync(key => key.Name == DemoScenes.Rotated && key.ReplacedBy != null);
        var successor = await db.ApiKeys.SingleAsync(key => key.Id == old.ReplacedBy);

        var ofOld = await Console.Get<UsageQueries>().AddressesAsync(Actor.System, new(Acme, old.Id), default);
        var ofNew = await Console.Get<UsageQueries>().AddressesAsync(Actor.System, new(Acme, successor.Id), default);

        var yesterday = Clock.Now.AddDays(-1);
        Assert.Equal("10.4.17.23", Assert.Single(ofOld.Value, address => address.LastSeen > yesterday).Address);
        Assert.Equal(["203.0.113.10", "203.0.113.11"], ofNew.Value.Select(address => address.Address!).Order());
        Assert.True(old.ExpiresAt > Clock.Now);
    }

    [Fact]
    public async Task Some_keys_were_unused_for_months_and_some_never_used()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var since = Clock.Now.AddDays(-90);

        var unused = await db.ApiKeys.Where(key => key.CreatedAt < since && (key.LastUse!.At == null || key.LastUse!.At < since)).ToListAsync();

        Assert.Contains(unused, key => key.LastUse!.At is null);
        Assert.Contains(unused, key => key.LastUse!.At is not null);
        Assert.Contains(unused, key => key.Name == DemoScenes.LongUnused);
    }

    [Fact]
    public async Task Nothing_is_left_to_be_counted()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();

        Assert.Equal(await db.UsageBlocks.MaxAsync(block => block.Id), await EventLogWriter.RolledUpThroughAsync(db, default));
        Assert.Equal((0, 0), Console.Get<UsageBuffer>().Held);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private Task<List<DailyOutcome>> OutcomesAsync() => Console.Get<UsageCounts>().OutcomesAsync(Acme);

    private async Task<KeyTarget> TargetAsync(string name)
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return new(Acme, await db.ApiKeys.Where(key => key.Name == name && key.Replaces == null).Select(key => key.Id).SingleAsync());
    }
}
