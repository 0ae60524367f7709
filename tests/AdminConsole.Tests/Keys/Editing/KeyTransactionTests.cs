using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Keys.Editing;

/// <summary>The key, its version and its audit entry are written together or not at all.</summary>
public sealed class KeyTransactionTests : CoreTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
    }

    [Theory]
    [InlineData("AuditEntries")]
    [InlineData("PolicyVersions")]
    public async Task What_cannot_be_recorded_is_not_done(string table)
    {
        await RefuseInsertsAsync(table);
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        await Assert.ThrowsAsync<DbUpdateException>(() => Console.AddKeyAsync(_acme));
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), new(_key, 1, new() { Name = "x", Scopes = new(["y"]) }), CancellationToken.None));
        await Assert.ThrowsAsync<DbUpdateException>(() => Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(_acme), _key, CancellationToken.None));
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(_key, RevocationReason.Leaked), CancellationToken.None));
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            Console.Get<RotateKeyHandler>().RotateAsync(A.Admin(_acme), new(_key, RotateKey.DefaultOverlap), CancellationToken.None));

        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    private async Task RefuseInsertsAsync(string table)
    {
        await using var db = Console.Get<ConsoleStore>().CreateSelfLockingContext();
#pragma warning disable EF1002, EF1003 // A table's name cannot be a parameter, and comes from this test.
        await db.Database.ExecuteSqlRawAsync($"CREATE TRIGGER refused BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'refused'); END");
#pragma warning restore EF1002, EF1003
    }
}
