using AdminConsole.Core.Data;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Demo;

/// <summary>Demo keys are made without the use cases: what they leave behind must be what these do.</summary>
public sealed class DemoKeysTests : CoreTest
{
    private const int Count = 64;

    [Fact]
    public async Task Are_sealed_and_loaded_like_any_other_key()
    {
        await AddAsync();

        await Console.Get<KeyLoader>().LoadAsync(default);

        Assert.Equal(Count, Console.Get<CachedKeys>().Count);
        Assert.Empty(Console.Get<CachedKeys>().WithBrokenSeal);
    }

    [Fact]
    public async Task Have_a_policy_version_and_an_audit_entry_for_each_version()
    {
        await AddAsync();

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        foreach (var key in await db.ApiKeys.ToListAsync())
        {
            var versions = await db.PolicyVersions.Where(version => version.KeyId == key.Id).Select(version => version.Version).ToListAsync();
            Assert.Equal(Enumerable.Range(1, key.Version), versions.Order());
            Assert.Equal(key.Version, await db.AuditEntries.CountAsync(entry => entry.Subject == key.Id.ToString()));
        }
    }

    [Fact]
    public async Task Can_be_edited_and_revoked_by_the_use_cases()
    {
        var organization = await AddAsync();
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var key = await db.ApiKeys.FirstAsync(key => key.RevokedAt == null);
        KeyTarget target = new(organization, key.Id);

        var edited = await Console.Get<EditKeyHandler>().EditAsync(
            A.Admin(organization), new(target, key.Version, new() { Name = new("renamed") }), default);
        var revoked = await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(organization), new(target, RevocationReason.Rotated), default);

        Assert.Equal(key.Version + 1, edited.Value);
        Assert.Equal(key.Version + 2, revoked.Value);
    }

    private async Task<Id<Organization>> AddAsync()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddProjectAsync(organization);
        await Console.AddOwnerAsync(organization);
        await Console.Get<DemoKeys>().AddAsync(organization, Count, default);
        return organization;
    }
}
