using System.Security.Cryptography;
using System.Text;

namespace AdminConsole.Web.Account.Setup;

/// <summary>
/// Proves that whoever sets the console up can read its log. Without it the first stranger to find a fresh console would own it.
/// Only a hash is kept; after too many wrong tries there is another token.
/// </summary>
public sealed partial class SetupToken(ILogger<SetupToken> logger)
{
    public const int MaxTries = 10;

    // Without letters and digits that look alike: it may be typed from a screen. 24 of them are 118 bits.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 24;
    private const int GroupLength = 4;

    private readonly Lock _lock = new();
    private byte[]? _hash;
    private int _wrongTries;

    /// <summary>Makes a token and prints it; an earlier one is worth nothing from here on.</summary>
    public void Print()
    {
        lock (_lock)
        {
            var token = RandomNumberGenerator.GetString(Alphabet, Length);
            _hash = HashOf(token);
            _wrongTries = 0;
            LogToken(string.Join('-', token.Chunk(GroupLength).Select(group => new string(group))));
        }
    }

    public bool Matches(string? given)
    {
        lock (_lock)
        {
            if (_hash is null)
            {
                return false;
            }

            if (CryptographicOperations.FixedTimeEquals(HashOf(given ?? ""), _hash))
            {
                return true;
            }

            if (++_wrongTries == MaxTries)
            {
                LogTooManyTries();
                Print();
            }

            return false;
        }
    }

    // Spaces and hyphens are how it is shown, not what it is.
    private static byte[] HashOf(string token) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(token.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()));

    [LoggerMessage(1, LogLevel.Warning, "This console is not set up yet. Open /setup in a browser and enter this token: {Token}")]
    private partial void LogToken(string token);

    [LoggerMessage(2, LogLevel.Warning, "Too many wrong set-up tokens were tried; here is a new one")]
    private partial void LogTooManyTries();
}
