using System.Globalization;
using System.Security.Cryptography;

namespace AdminConsole.Core.Secrets;

/// <summary>
/// The keys of the stored hashes, kept outside the database: whoever reads the database can test no text, whoever writes it can plant no key.
/// Several are accepted while one replaces another. Losing them makes every key worthless, hence the care at start-up.
/// </summary>
public sealed class PepperRing
{
    /// <summary>The least bytes of a pepper, and what a new one has.</summary>
    public const int PepperLength = 32;

    private readonly Dictionary<int, byte[]> _peppers;
    private readonly Dictionary<int, byte[]> _sealingKeys;
    private readonly Dictionary<int, byte[]> _derivationKeys;

    internal PepperRing(int currentId, Dictionary<int, byte[]> peppers)
    {
        _peppers = peppers;
        _sealingKeys = peppers.ToDictionary(pepper => pepper.Key, pepper => HMACSHA256.HashData(pepper.Value, "AdminConsole row seal"u8));
        _derivationKeys = peppers.ToDictionary(pepper => pepper.Key, pepper => HMACSHA256.HashData(pepper.Value, "AdminConsole key derivation"u8));
        CurrentId = currentId;
        Ids = Array.AsReadOnly([currentId, .. peppers.Keys.Where(id => id != currentId).OrderDescending()]);
    }

    /// <summary>The pepper for new hashes.</summary>
    public int CurrentId { get; }

    /// <summary>Every accepted pepper, the current first, then the newer before the older.</summary>
    public IReadOnlyList<int> Ids { get; }

    /// <summary>
    /// Loads the peppers of a data directory, and at the very first start makes them. A database that holds a canary has been used with a pepper:
    /// then none is ever made, and the one that is there must be the same.
    /// </summary>
    /// <param name="directory">Where <see cref="PepperFile.Name"/> lies; made, for its owner alone, when it is missing.</param>
    /// <param name="storedCanary">What <see cref="Canary"/> gave when the database was last opened; none for a new database.</param>
    /// <exception cref="PepperException">The file is missing, readable by others, damaged, or not the database's.</exception>
    public static PepperRing Open(string directory, string? storedCanary)
    {
        var ring = storedCanary is null ? PepperFile.LoadOrCreate(directory) : PepperFile.Load(directory);
        if (storedCanary is not null && !ring.Accepts(storedCanary))
        {
            throw new PepperException(
                $"{PepperFile.PathIn(directory)} is not the pepper this database was used with. Restore the right file; "
                    + "with this one every key would be refused.");
        }

        return ring;
    }

    /// <summary>
    /// Proof of the current pepper that gives nothing of it away. Store it with the database at each start, so that after a rotation it is the new
    /// pepper's.
    /// </summary>
    public string Canary() => CanaryUnder(CurrentId);

    /// <summary>Whether the canary was made with a pepper of this ring.</summary>
    public bool Accepts(string canary)
    {
        // The ring's own canaries are compared, rather than the stored text taken apart: damaged text is simply none of them.
        foreach (var id in Ids)
        {
            if (string.Equals(canary, CanaryUnder(id), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The ids alone.</summary>
    public override string ToString() => $"peppers {string.Join(", ", Ids)}";

    internal byte[] Bytes(int id) => _peppers[id];

    /// <summary>For the seals of rows: derived, so that one key has one use.</summary>
    internal byte[] SealingKey(int id) => _sealingKeys[id];

    /// <summary>For what is kept of the keys that others are derived from.</summary>
    internal byte[] DerivationKey(int id) => _derivationKeys[id];

    private string CanaryUnder(int id) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{id}:{Convert.ToHexStringLower(HMACSHA256.HashData(_peppers[id], "AdminConsole pepper canary"u8))}");
}
