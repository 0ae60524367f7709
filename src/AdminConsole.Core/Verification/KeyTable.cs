using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.Verification;

/// <summary>
/// Keys by the hash of their secret. A hash and its key lie in one place, found by open addressing, so that a look-up among many keys waits for memory
/// once; a dictionary of the framework's has another object between, and waits twice.
/// Reading takes no lock: a place is given to one hash for good, and what it holds is changed at once. Changes take turns.
/// </summary>
internal sealed class KeyTable
{
    private const int FewestPlaces = 16;

    // Half of them stay free: a key is then at its own place or beside it, and a look-up for nothing soon at a free one.
    private const int PlacesAKey = 2;

    private readonly Lock _changing = new();
    private Place[] _places;
    private int _given;
    private int _count;

    /// <param name="keys">So many find room without a move to a larger table.</param>
    public KeyTable(int keys = 0) => _places = new Place[PlacesFor(keys)];

    public int Count => Volatile.Read(ref _count);

    /// <summary>So many keys it holds before it moves to a larger table.</summary>
    internal int Room => Volatile.Read(ref _places).Length / PlacesAKey;

    /// <summary>The key with this hash; null when there is none.</summary>
    public IKeptKey? Find(in SecretHash hash)
    {
        // One look at the table, and one at each place: a larger table may take over meanwhile, and a free place may be given to another hash.
        var places = Volatile.Read(ref _places);
        var code = hash.GetHashCode();
        for (var at = First(code, places.Length); Volatile.Read(ref places[at].Key) is { } key; at = Next(at, places.Length))
        {
            if (places[at].IsOf(hash, code))
            {
                return key is Removed ? null : key;
            }
        }

        return null;
    }

    /// <summary>Takes a key whose hash is new; false when there is one with it.</summary>
    public bool TryAdd(in SecretHash hash, IKeptKey key)
    {
        lock (_changing)
        {
            ref var place = ref PlaceOf(hash, _places);
            if (place.Present is not null)
            {
                return false;
            }

            Put(ref place, hash, key);
            return true;
        }
    }

    /// <summary>Takes the key, whichever has this hash now, as <paramref name="choose"/> decides. Nobody else changes anything meanwhile.</summary>
    /// <param name="choose">Gets the present key, if there is one, and gives the one to keep.</param>
    public void Set(in SecretHash hash, Func<IKeptKey?, IKeptKey> choose)
    {
        lock (_changing)
        {
            ref var place = ref PlaceOf(hash, _places);
            Put(ref place, hash, choose(place.Present));
        }
    }

    /// <summary>Puts a key in the place of another; false when the other is not there any more.</summary>
    public bool TryReplace(in SecretHash hash, IKeptKey key, IKeptKey other)
    {
        lock (_changing)
        {
            ref var place = ref PlaceOf(hash, _places);
            if (!ReferenceEquals(place.Present, other))
            {
                return false;
            }

            Put(ref place, hash, key);
            return true;
        }
    }

    public void Remove(in SecretHash hash)
    {
        lock (_changing)
        {
            ref var place = ref PlaceOf(hash, _places);
            if (place.Present is not null)
            {
                // The place stays given: those behind it are found by way of it.
                Volatile.Write(ref place.Key, Removed.Instance);
                _count--;
            }
        }
    }

    private void Put(ref Place place, in SecretHash hash, IKeptKey key)
    {
        if (place.Key is null)
        {
            if (_given >= Room)
            {
                Move();
                place = ref PlaceOf(hash, _places);
            }

            _given++;
            place.Hash = hash;
        }

        _count += place.Present is null ? 1 : 0;

        // Last, and for all to see: who finds a key here finds its hash.
        Volatile.Write(ref place.Key, key);
    }

    /// <summary>Into a table with room for half as many more, without what was removed.</summary>
    private void Move()
    {
        var places = new Place[PlacesFor(_count + (_count / 2))];
        foreach (ref readonly var place in _places.AsSpan())
        {
            if (place.Present is not null)
            {
                PlaceOf(place.Hash, places) = place;
            }
        }

        _given = _count;
        Volatile.Write(ref _places, places);
    }

    /// <summary>The place of this hash, or the free one that it would be given. For who changes the table: to others a place may change at any time.</summary>
    private static ref Place PlaceOf(in SecretHash hash, Place[] places)
    {
        var code = hash.GetHashCode();
        var at = First(code, places.Length);
        while (places[at].Key is not null && !places[at].IsOf(hash, code))
        {
            at = Next(at, places.Length);
        }

        return ref places[at];
    }

    // The share of all places that the code is of all numbers: hashes are as good as random.
    private static int First(int code, int places) => (int)(((ulong)(uint)code * (uint)places) >> 32);

    private static int Next(int at, int places) => at + 1 == places ? 0 : at + 1;

    private static int PlacesFor(int keys) => Math.Max(FewestPlaces, PlacesAKey * keys);

    private struct Place
    {
        public IKeptKey? Key;
        public SecretHash Hash;

        /// <summary>The key that is here; null also where one was.</summary>
        public readonly IKeptKey? Present => Key is Removed ? null : Key;

        // Its code first: to compare all of a hash, in constant time, costs several times as much.
        public readonly bool IsOf(in SecretHash hash, int code) => Hash.GetHashCode() == code && Hash == hash;
    }

    /// <summary>Stands where a key was.</summary>
    private sealed class Removed : IKeptKey
    {
        public static readonly Removed Instance = new();
    }
}
