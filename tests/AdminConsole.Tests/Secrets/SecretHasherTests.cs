using System.Security.Cryptography;
using System.Text;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Tests.Secrets;

public sealed class SecretHasherTests
{
    private static readonly byte[] Old = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] Current = RandomNumberGenerator.GetBytes(32);

    private readonly SecretHasher _hasher = new(new PepperRing(2, new() { [1] = Old, [2] = Current }));

    [Fact]
    public void A_hash_is_the_keyed_hash_of_the_text_under_the_current_pepper()
    {
        var secret = KeySecret.Generate(SecretEnvironment.Live);

        var hash = _hasher.Hash(secret);

        Assert.Equal(HMACSHA256.HashData(Current, Encoding.UTF8.GetBytes(secret.Reveal())), hash.ToArray());
        Assert.Equal(2, hash.PepperId);
    }

    [Fact]
    public void The_same_secret_has_the_same_hash_and_another_has_another()
    {
        var (one, other) = (_hasher.Hash("clerk_secret"), _hasher.Hash("clerk_secres"));

        Assert.True(one == _hasher.Hash("clerk_secret") && one.GetHashCode() == _hasher.Hash("clerk_secret").GetHashCode());
        Assert.True(one != other);
    }

    [Fact]
    public void A_stored_hash_equals_the_one_computed()
    {
        var stored = _hasher.Hash("secret").ToArray();

        var byHash = new Dictionary<SecretHash, string> { [new SecretHash(stored, 2)] = "key" };

        Assert.Equal("key", byHash[_hasher.Hash("secret")]);
    }

    [Fact]
    public void The_candidates_are_the_hashes_under_every_pepper_the_current_first()
    {
        var candidates = _hasher.Candidates("secret").ToList();

        Assert.Equal([2, 1], candidates.Select(candidate => candidate.PepperId));
        Assert.Equal(_hasher.Hash("secret"), candidates[0]);
        Assert.Equal(HMACSHA256.HashData(Old, "secret"u8), candidates[1].ToArray());
    }

    [Fact]
    public void The_longest_text_is_hashed_and_a_longer_one_refused_without_being_quoted()
    {
        var longest = new string('€', KeySecret.MaxPresentedLength);

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => _hasher.Hash(longest + "€"));

        Assert.Equal(HMACSHA256.HashData(Current, Encoding.UTF8.GetBytes(longest)), _hasher.Hash(longest).ToArray());
        Assert.DoesNotContain("€", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_that_hash_at_once_do_not_disturb_each_other()
    {
        var secrets = Enumerable.Range(0, 1000).Select(_ => KeySecret.Generate(SecretEnvironment.Live)).ToList();

        var hashes = secrets.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(_hasher.Hash).ToList();

        Assert.Equal(secrets.Select(secret => Convert.ToHexString(HMACSHA256.HashData(Current, Encoding.UTF8.GetBytes(secret.Reveal())))),
            hashes.Select(hash => Convert.ToHexString(hash.ToArray())));
    }

    [Fact]
    public void A_hash_prints_none_of_its_bytes() => Assert.Equal("hash under pepper 2", _hasher.Hash("secret").ToString());

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void A_hash_of_another_size_is_no_hash(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => new SecretHash(new byte[size], 1));
}
