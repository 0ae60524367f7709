using AdminConsole.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys;

/// <summary>
/// Seals, once in a database's life, the keys from before there were seals, or from when a seal did not hold its key's content. Ever after, a key without
/// such a seal is one that somebody planted.
/// </summary>
internal static class UnsealedKeys
{
    private const int Batch = 500;

    public static async Task SealAsync(ConsoleDbContext db, KeySealer sealer, CancellationToken cancellation)
    {
        for (var last = 0L; ;)
        {
            var keys = await db.ApiKeys.Where(key => key.Row > last).OrderBy(key => key.Row).Take(Batch).ToListAsync(cancellation);
            if (keys.Count == 0)
            {
                break;
            }

            keys.ForEach(key => key.SealWith(sealer));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            last = keys[^1].Row;
        }

        db.Facts.Add(new() { Name = ConsoleFact.KeysSealed, Value = "1" });
        await db.SaveChangesAsync(cancellation);
    }
}
