using AdminConsole.Core.Data;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Verification.KeyCache;
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
        Assert.Equal((2, DemoSignIns.All.Count, 300), first);
        Assert.Equal(Enum.GetValues<KeyStatus>().ToHashSet(), await StatusesAsync());
    }

    /// <summary>They go around the checks for speed: each must pass them all the same.</summary>
    [Fact]
    public async Task Every_key_is_what_the_checks_of_a_new_key_let_through()
    {
        await Console.Get<DemoData>().SeedAsync(Password, default);

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        foreach (var key in await db.ApiKeys.ToListAsync())
        {
            var context = await KeyValidationData.LoadAsync(db, key.OrganizationId, key.Settings, key.Kind, key.CreatedAt, default);
            var canonical = KeySettingsValidator.Run(key.Settings, context!);
            Assert.Empty(canonical.Failures);
            Assert.Equivalent(key.Settings, canonical.Value, strict: true);
        }
    }

    [Fact]
    public async Task Every_key_is_sealed_and_has_a_version_and_an_audit_entry_for_each_change()
    {
        await Console.Get<DemoData>().SeedAsync(Password, default);

        await Console.Get<KeyLoader>().LoadAsync(default);

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        Assert.Empty(Console.Get<CachedKeys>().WithBrokenSeal);
        Assert.Equal(await db.ApiKeys.SumAsync(key => key.Version), await db.PolicyVersions.CountAsync());
        Assert.Equal(await db.PolicyVersions.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Subject.StartsWith("key_")));
    }

    [Fact]
    public async Task Keys_stand_in_the_order_of_their_creation_and_none_is_of_the_future()
    {
        await Console.Get<DemoData>().SeedAsync(Password, default);

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        foreach (var keys in (await db.ApiKeys.OrderBy(key => key.Row).ToListAsync()).GroupBy(key => key.OrganizationId))
        {
            Assert.Equal(keys.Select(key => key.CreatedAt).Order(), keys.Select(key => key.CreatedAt));
            Assert.All(keys, key => Assert.InRange(key.UpdatedAt, key.CreatedAt, Clock.Now));
        }
    }

    [Fact]
    public async Task Shows_names_of_every_length_and_direction_keys_of_both_kinds_and_long_policies()
    {
        await Console.Get<DemoData>().SeedAsync(Password, default);

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var keys = await db.ApiKeys.ToListAsync();
        Assert.Contains(keys, key => key.Name.Length == ApiKey.NameMaxLength);
        Assert.Contains(keys, key => key.Name == DemoScenes.RightToLeft);
        Assert.Contains(keys, key => key.Kind is KeyKind.Management && key.LastUse!.At is not null);
        Assert.Contains(keys, key => key.Settings is { Scopes.Count: var scopes, AllowedCidrs.Count: > 20 } && scopes == DemoWords.Scopes.Count);
        Assert.Contains(keys, key => key is { IsRevoked: true, RevocationReason: RevocationReason.Leaked, RevocationComment: not null });
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
