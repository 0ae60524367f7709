using System.Collections.Concurrent;
using System.Security.Cryptography;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using BenchmarkDotNet.Attributes;

namespace AdminConsole.Benchmarks.Pieces;

/// <summary>Finding one of very many keys: in the console's table, and in the framework's.</summary>
public class LookUpPieces
{
    private const int Keys = 1_000_000;

    // A prime: no two in a row are neighbours, so that the caches do not help.
    private const int Stride = 514_229;

    private readonly SecretHash[] _hashes = new SecretHash[Keys];
    private readonly KeyTable _table = new(Keys);
    private readonly ConcurrentDictionary<SecretHash, IKeptKey> _dictionary = new(concurrencyLevel: -1, Keys);
    private int _next;

    [GlobalSetup]
    public void SetUp()
    {
        var surroundings = new KeySurroundings(new Dictionary<Id<Owner>, VerifiedOwner>(), new HashSet<Id<Organization>>());
        var digests = RandomNumberGenerator.GetBytes(Keys * SecretHash.Size);
        for (var row = 0; row < Keys; row++)
        {
            var (hash, key) = (new SecretHash(digests.AsSpan(row * SecretHash.Size, SecretHash.Size), pepperId: 1), new RestingKey(row, default, surroundings));
            _hashes[row] = hash;
            _table.TryAdd(hash, key);
            _dictionary.TryAdd(hash, key);
        }
    }

    [Benchmark]
    public bool LookUpAmongAMillion() => _table.Find(Next()) is RestingKey;

    [Benchmark]
    public bool LookUpInADictionary() => _dictionary.GetValueOrDefault(Next()) is RestingKey;

    private SecretHash Next() => _hashes[_next = (_next + Stride) % Keys];
}
