using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Usage;

/// <summary>Whoever may read a key may read its usage.</summary>
internal static class UsageAccess
{
    /// <summary>The row of the key, by which usage names it.</summary>
    public static Task<Result<long>> KeyRowAsync(ConsoleDbContext db, Actor actor, KeyTarget target, CancellationToken cancellation) =>
        KeyRowAsync(db, actor, Permission.ReadKeys, target, cancellation);

    /// <summary>The same for who has this permission.</summary>
    public static async Task<Result<long>> KeyRowAsync(
        ConsoleDbContext db, Actor actor, Permission permission, KeyTarget target, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, permission, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        var row = await db.ApiKeys
            .Where(key => key.OrganizationId == target.OrganizationId && key.Id == target.KeyId)
            .Select(key => (long?)key.Row)
            .SingleOrDefaultAsync(cancellation);
        return row is { } found ? found : KeyFailures.NotFound;
    }
}
