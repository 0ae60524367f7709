using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.Verification;

/// <summary>
/// By which hash the key of each row is found. Of all verifications those of secured keys alone ask it, for some ten nanoseconds: a lock does, and spares
/// the start an object for each of very many rows.
/// </summary>
/// <param name="rows">So many find room at once.</param>
internal sealed class RowHashes(int rows = 0)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, SecretHash> _hashes = new(rows);

    /// <summary>The highest row; 0 when there is none.</summary>
    public long Last
    {
        get
        {
            lock (_gate)
            {
                return _hashes.Keys.DefaultIfEmpty().Max();
            }
        }
    }

    public SecretHash? Find(long row)
    {
        lock (_gate)
        {
            return _hashes.TryGetValue(row, out var hash) ? hash : null;
        }
    }

    public void Set(long row, SecretHash hash)
    {
        lock (_gate)
        {
            _hashes[row] = hash;
        }
    }

    public void Remove(long row)
    {
        lock (_gate)
        {
            _hashes.Remove(row);
        }
    }
}
