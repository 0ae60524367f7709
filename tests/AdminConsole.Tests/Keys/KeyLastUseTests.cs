using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Keys;

public sealed class KeyLastUseTests : CoreTest
{
    /// <summary>It verifies all the same, so nobody may hide it from those who would revoke it.</summary>
    [Fact]
    public async Task A_key_whose_row_of_uses_was_taken_away_is_listed_shown_looked_up_and_revoked()
    {
        var organization = await Console.CreateOrganizationAsync();
        var created = (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(organization, A.Settings()), default)).Value;
        var target = new KeyTarget(organization, created.Id);

        await Console.ChangeAsync(db => db.Database.ExecuteSql($"DELETE FROM KeyLastUses"));

        Assert.NotNull(Console.Get<CachedKeys>().Find(created.Secret.Reveal()));
        Assert.Single((await Console.Get<KeyQueries>().ListAsync(A.Admin(organization), new(organization), default)).Value.Keys);
        Assert.Null((await Console.DetailsAsync(target)).LastUsedAt);
        Assert.Single((await Console.Get<KeyLookUp>().FindAsync(A.Support(), created.Secret.Reveal(), default)).Value.Keys);
        Assert.True(
            (await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(organization), new(target, RevocationReason.Leaked), default)).Succeeded);
    }
}
