using AdminConsole.Data;
using AdminConsole.Demo;
using AdminConsole.Keys;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Demo;

public sealed class DemoDataTests : CoreTest
{
    private const string Password = "a password for the demo";

    [Fact]
    public async Task Seeds_once_and_has_keys_in_every_status()
    {
        await Console.Get<DemoData>().SeedAsync(Password, default);
        var first = await CountAsync();

        await Console.Get<DemoData>().SeedAsync(Password, default);

        Assert.Equal(first, await CountAsync());
        Assert.Equal((2, 5, 300), first);
        Assert.Equal(Enum.GetValues<KeyStatus>().ToHashSet(), await StatusesAsync());
    }

    private async Task<(int Organizations, int Operators, int Keys)> CountAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return (await db.Organizations.CountAsync(), await db.Users.CountAsync(), await db.ApiKeys.CountAsync());
    }

    private async Task<HashSet<KeyStatus>> StatusesAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var keys = await db.ApiKeys.ToListAsync();
        return [.. keys.Select(key => key.StatusAt(Clock.Now, TimeSpan.FromDays(14)))];
    }
}
