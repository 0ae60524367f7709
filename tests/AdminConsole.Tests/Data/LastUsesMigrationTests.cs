using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AdminConsole.Tests.Data;

public sealed class LastUsesMigrationTests : CoreTest
{
    private const string Before = "20261121214549_KeyDerivations";

    [Fact]
    public async Task Keeps_every_use_and_trigger_on_its_way_back_and_forth()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeysAsync(organization, new KeyDraft("used") { LastUsedAt = A.Monday }, new KeyDraft("never used"));
        var (contents, schema) = (await DatabaseContents.ReadAsync(Database.Directory), await SchemaAsync());

        await MigrateAsync(Before);
        Assert.Contains(await SchemaAsync(), line => line.Contains("LastUsedIp", StringComparison.Ordinal));
        await Console.Get<ConsoleDatabase>().PrepareAsync(CancellationToken.None);

        Assert.Equal(schema, await SchemaAsync());
        Assert.Equal(contents, await DatabaseContents.ReadAsync(Database.Directory));
    }

    private async Task MigrateAsync(string target)
    {
        await using var db = Console.Get<ConsoleStore>().CreateSelfLockingContext();
        using (await Console.Get<WriteLock>().TakeAsync(CancellationToken.None))
        {
            await db.GetService<IMigrator>().MigrateAsync(target);
        }
    }

    private async Task<List<string>> SchemaAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.Database.SqlQuery<string>($"SELECT type || ' ' || name || ': ' || COALESCE(sql, '') AS Value FROM sqlite_master ORDER BY type, name").ToListAsync();
    }
}
